"""The hosted link: the same dashboard behind one server of its own, for more than one reader."""
