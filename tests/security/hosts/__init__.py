"""The example's site on the servers of docs/hosting.md, set up by its very text, and asked as readers ask.

    python -m tests.security.hosts [PART…]

``PART`` is one of nginx, caddy, apache2, fixed-times, sub-folder, portal, rsync, rclone-sftp, store; all without any.

A server that is not installed is left out with a word in the samples of ``make test``; this run needs all of them.
"""
