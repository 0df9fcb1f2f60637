"""What a window holds while something is added, by name; leaving the draft lets go of all of it."""

PENDING = "text brought in"
ANOTHER = "another text is brought in"
CHOSEN = "words chosen"
SEEN = "steps that this window has seen"
DONE = "what was just done"
UNDER_WAY = (PENDING, ANOTHER, CHOSEN, SEEN)
