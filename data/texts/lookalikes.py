"""Characters that stand for one another, replaced one for one: a place in the result is the same place in the text."""

# The same words typed on another keyboard: searched as one, stored as they stand.
APOSTROPHES, QUOTATION_MARKS, HYPHENS = "’‘ʼ‛", "“”„‟", "–—‐‑‒―"
# Every space that Unicode has beside the one on the keyboard, and the ends of lines.
SPACES = "\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LOOKALIKES = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(QUOTATION_MARKS, '"')
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(SPACES, " ")
)
