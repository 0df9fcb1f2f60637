"""What stands on the page Method."""
