"""What must be true of the content: one module a rule family, each rule a function that yields problems."""
