"""What each page shows: a page kind a module, its view (frozen, plain values) beside the function that makes it."""
