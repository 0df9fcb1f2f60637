"""The frozen edition: the whole dashboard as one file that opens from a disk, without server and network."""
