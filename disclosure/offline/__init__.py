"""The site to carry away: what is made of it for disks, sticks and e-mail."""
