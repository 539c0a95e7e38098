"""One build, from scanning to publishing."""
