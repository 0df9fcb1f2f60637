"""What states notified, by period."""
