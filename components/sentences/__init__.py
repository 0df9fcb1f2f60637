"""Frame in, sentence out: the one sentence that is page line, figure title and slide title."""
