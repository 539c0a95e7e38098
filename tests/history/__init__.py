"""What was published is not changed in silence."""
