"""Files made of the published data, which they read line by line: no build is needed to make them."""
