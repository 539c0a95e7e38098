"""New records for editors to fill in, and what their editor needs to help them; all made of the declarations."""
