"""The whole report on paper: one tagged PDF of the same views and templates as the site's pages."""
