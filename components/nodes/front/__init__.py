"""The first page: tiles, their small pictures, and what a newcomer needs."""
