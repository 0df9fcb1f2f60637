"""The briefing as a whole: its parts in their order, the slides of those a reader picks, and the file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from components.scene.things import Slide
from components.slides import comparison, gauge, judgements, sources, timeline, years
from components.slides import scales as words
from components.slides import volumes as columns
from components.slides.modelled import crossing, method
from components.slides.view import View

OWN = "! A reader’s own assumptions are in force: the notes name them."


@dataclass(frozen=True)
class Part:
    """A part of the briefing: the key by which it is picked, its title in lists, and what makes its slides."""

    key: str
    title: str
    slides: Callable[[View], list[Slide]]


PARTS = (
    Part("judgements", "Key judgements", judgements.slides),
    Part("gauge", "Deliveries against the limit", gauge.slides),
    Part("columns", "Reported, modelled and notified", columns.slides),
    Part("years", "Year against year", years.slides),
    Part("crossing", "When the limit was passed", crossing.slides),
    Part("timeline", "Timeline", timeline.slides),
    Part("comparison", "Comparison of the documents", comparison.slides),
    Part("method", "Method", method.slides),
    Part("sources", "Sources and gaps", sources.slides),
    Part("words", "Scale of words", words.slides),
)
KEYS = tuple(part.key for part in PARTS)


class UnknownPart(KeyError):
    """A part of the briefing was asked for that there is not."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key

    def __str__(self) -> str:
        return f"There is no slide {self.key!r}. There are: {', '.join(KEYS)}."


def slides(view: View, keys: Iterable[str] = KEYS) -> tuple[Slide, ...]:
    """The slides of the parts that are asked for, in the order asked for; a key given twice counts once.

    Raises UnknownPart, before anything is made, for a key that is none.
    """
    known = {part.key: part for part in PARTS}
    wanted = tuple(dict.fromkeys(keys))
    for key in wanted:
        if key not in known:
            raise UnknownPart(key)
    made = tuple(slide for key in wanted for slide in known[key].slides(view))
    # A slide is copied out of its deck: each says for itself that its numbers are those of a reader.
    return tuple(replace(slide, source=(OWN, *slide.source)) for slide in made) if view.own else made


def deck(view: View, keys: Iterable[str] = KEYS) -> bytes:
    """The same slides as a PowerPoint file; two decks of the same view have the same bytes."""
    # Imported on demand: a page that only lists the parts needs no library that writes them.
    from components.scene.native.powerpoint import written

    case = view.evidence.case
    return written(slides(view, keys), case.title, case.as_of)
