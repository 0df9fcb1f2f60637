"""The pages of an edition, a module or a few of them each."""
