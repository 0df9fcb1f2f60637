"""Titles of a part that goes on over several slides, and the slide of a part that has nothing to show."""

from collections.abc import Iterable

from components.scene.ruled import numbered
from components.scene.text import headline, height
from components.scene.things import CONTENT, LONGEST_TITLE, PALETTE, Place, Run, Slide, Text
from components.sentences.sources import source_lines
from data.models.evidence import Evidence

SENTENCE_POINTS = 20.0


def finding(sentences: Iterable[str], place: int = 1, of: int = 1) -> str:
    """The first of some sentences that fits a title, numbered where the part has several slides."""
    room = LONGEST_TITLE if of == 1 else LONGEST_TITLE - len(f" ({place} of {of})")
    told = [" ".join(sentence.split()).rstrip(".") for sentence in sentences if sentence.strip()]
    return numbered(next((sentence for sentence in told if len(sentence) <= room), told[-1]), place, of)


def nothing(part: str, thing: str, of: int, evidence: Evidence, link: str) -> Slide:
    """A slide that says why it is empty: there is no such `thing`, none is sound, or the filters pass none of `of`."""
    if of:
        title, why = f"No {thing} matches the filters", f"The dataset has {of:,}; the filters of this view pass none."
    elif evidence.complete:
        title, why = f"This dataset has no {thing} yet", "Nothing is shown, because nothing is recorded."
    else:
        title, why = f"No sound {thing} can be shown", "The first page says what has to be mended."
    # What is withheld is told in any deck.
    return said_why(part, headline(title), why, evidence, link, empty=evidence.complete)


def said_why(part: str, title: str, why: str, evidence: Evidence, link: str, empty: bool = True) -> Slide:
    """A slide that says why there is nothing to show on it."""
    paragraphs = ((Run(why, colour=PALETTE.secondary),),)
    place = Place(CONTENT.x, CONTENT.y, CONTENT.width, height(paragraphs, CONTENT.width, SENTENCE_POINTS))
    text = Text("Why there is nothing", place, paragraphs, f"{title}. {why}", SENTENCE_POINTS)
    sources = source_lines((), evidence, with_limit=False)
    return Slide(part, title, (text,), sources, f"{title}. {why}", link, empty=empty)
