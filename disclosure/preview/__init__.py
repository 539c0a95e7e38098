"""The preview: a server on this machine, and builds one after the other."""
