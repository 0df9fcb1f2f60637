"""Which texts descend from which origins."""
