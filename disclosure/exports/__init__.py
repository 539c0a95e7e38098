"""Published data: what others may build on. A contract: changes are additions."""
