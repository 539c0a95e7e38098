"""What writing survives: runs that are killed at any moment, full disks, files that go away, two runs at once."""
