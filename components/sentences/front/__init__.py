"""What the first page says: five questions answered, and what stands against each other."""
