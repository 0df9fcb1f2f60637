"""Everything that is seen; imports run downward only (see docs/architecture.md)."""
