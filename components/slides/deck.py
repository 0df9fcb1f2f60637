"""The briefing as a whole: its parts in their order, the slides of those a reader picks, and the file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from components.scene.text import set_wider
from components.scene.things import CONTENT, ROOM_POINTS, SOURCE_POINTS, Run, Slide, Text
from components.sentences.sources import source_lines
from components.slides import comparison, gauge, judgements, single, sources, timeline, years
from components.slides import scales as words
from components.slides import volumes as columns
from components.slides.modelled import crossing, method
from components.slides.room import against, answer, behind, dial, doubts, passed, story
from components.slides.view import View

OWN = "! A reader’s own assumptions are in force: the notes name them."
OWN_FOR_A_ROOM = "! A reader’s own assumptions: see the notes."
NOTHING = "There is nothing to show here"
NOTHING_WHY = "The case gives no number, limit or estimate for the slides asked for."


@dataclass(frozen=True)
class Part:
    """A part of the briefing: the key by which it is picked, its title in lists, and what makes its slides."""

    key: str
    title: str
    slides: Callable[[View], list[Slide]]


ROOM = (
    Part(answer.PART, "For a room: the answer", answer.slides),
    Part(dial.PART, "For a room: deliveries against the limit", dial.slides),
    Part(against.PART, "For a room: reported, modelled and notified", against.slides),
    Part(passed.PART, "For a room: when the limit was passed", passed.slides),
    Part(story.PART, "For a room: timeline", story.slides),
    Part(behind.PART, "For a room: who stands behind it", behind.slides),
    Part(doubts.PART, "For a room: what would change our mind", doubts.slides),
)
APPENDIX = (
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
# Further figures of pages: slides for who asks for one of them.
FURTHER = (
    Part("notified", "Notified by year", single.notified),
    Part("dots", "Fifty equally likely volumes", single.dots),
    Part("tornado", "What moves the volume", single.tornado),
    Part("origins", "Texts and their origins", single.origins),
)
PARTS = (*ROOM, *APPENDIX, *FURTHER)
KEYS = tuple(part.key for part in PARTS)
WHOLES = {"room": tuple(part.key for part in ROOM), "appendix": tuple(part.key for part in APPENDIX)}
WHOLE_TITLES = {"room": "All slides for a room", "appendix": "All slides of the appendix"}


class UnknownPart(KeyError):
    """A part of the briefing was asked for that there is not."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key

    def __str__(self) -> str:
        if not self.key:
            return f"No slide is asked for. Give some with --slides: {', '.join((*WHOLES, *KEYS))}."
        return f"There is no slide {self.key!r}. There are: {', '.join((*WHOLES, *KEYS))}."


def asked_for(told: str | None) -> tuple[str, ...]:
    """The keys in a text, with commas between; both parts where there is no text. Raises UnknownPart, as for no key."""
    keys = tuple(WHOLES) if told is None else tuple(key.strip() for key in told.split(",") if key.strip())
    unknown = next((key for key in keys if key not in (*WHOLES, *KEYS)), None if keys else "")
    if unknown is not None:
        raise UnknownPart(unknown)
    return keys


def slides(view: View, keys: Iterable[str] = tuple(WHOLES)) -> tuple[Slide, ...]:
    """The slides of the parts that are asked for, in the order asked for; a key given twice counts once.

    "room" and "appendix" stand for all of theirs. Raises UnknownPart, before anything is made, for a key that is none.
    """
    known = {part.key: part for part in PARTS}
    wanted = tuple(dict.fromkeys(one for key in keys for one in WHOLES.get(key, (key,))))
    for key in wanted:
        if key not in known:
            raise UnknownPart(key)
    made = tuple(slide for key in wanted for slide in known[key].slides(view))
    # A slide that only says why there is nothing is made where nothing else was asked for.
    made = tuple(slide for slide in made if not slide.empty) or made or (_nothing(wanted, view),)
    # A slide is copied out of its deck: each says for itself that its numbers are those of a reader.
    return tuple(map(_owned, made)) if view.own else made


def _owned(slide: Slide) -> Slide:
    return replace(slide, source=(OWN if slide.points == SOURCE_POINTS else OWN_FOR_A_ROOM, *slide.source))


def _nothing(keys: tuple[str, ...], view: View) -> Slide:
    """The one slide of a deck for which there is nothing to show."""
    place = CONTENT._replace(height=1.0)
    text = Text("Why there is nothing", place, ((Run(NOTHING_WHY),),), NOTHING_WHY, ROOM_POINTS)
    sources = source_lines((), view.evidence, with_limit=False)
    return Slide(
        next(iter(keys), ""), NOTHING, (text,), sources, f"{NOTHING}. {NOTHING_WHY}", view.links.to(""), empty=True
    )


def deck(view: View, keys: Iterable[str] = tuple(WHOLES), template: bytes = b"") -> bytes:
    """The same slides as a PowerPoint file; two decks of the same view have the same bytes.

    With a template, the bytes of a user's own file, in its colours and fonts; raises NoTemplate if it has none.
    """
    # Imported on demand: a page that only lists the parts needs no library that writes them.
    from components.scene.native.adopted import theme_of
    from components.scene.native.powerpoint import written

    case = view.evidence.case
    if not template:
        return written(slides(view, keys), case.title, case.as_of)
    theme = theme_of(template)
    with set_wider(theme.wider):
        return written(slides(view, keys), case.title, case.as_of, theme)
