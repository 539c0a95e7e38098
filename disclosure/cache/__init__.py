"""What a build knows of the last one, and of git; it can be missing, never wrong."""
