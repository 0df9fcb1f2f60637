"""One spelling for searching, to which stored and typed words are both brought; neither is changed."""

from unicodedata import normalize

from data.texts.lookalikes import LOOKALIKES


def in_one_spelling(text: str) -> str:
    """A text regardless of case, of the shape of quotation marks, and of whether letters are composed or decomposed.

    Not for places in a text: it may be longer or shorter than what it was made of.
    """
    # What folds the case may take letters apart again.
    return normalize("NFC", normalize("NFC", text).translate(LOOKALIKES).casefold())
