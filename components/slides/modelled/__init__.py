"""Slides of what is modelled: the day of the limit, and the method."""
