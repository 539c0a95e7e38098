"""Caches, sites, git configurations, repositories and surroundings as somebody else may have left them."""
