"""Text out of files that others have made: each extractor runs in a process of its own, shut in."""
