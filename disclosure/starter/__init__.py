"""What a new site begins with, and how an older one is brought up to date."""
