"""Who stands behind it, for a room: the origins of most texts as a table, and beside it what the documents are."""

from collections.abc import Sequence

from components.scene.ruled import cell, head, row_height, table
from components.scene.things import CONTENT, ROOM_POINTS, Place, Slide, Table, Text
from components.sentences.counts import count
from components.sentences.publication import in_a_list
from components.sentences.records.record import descent_headline, descent_sentence, origins_counted
from components.slides.confidence import weak_sources
from components.slides.room.sheet import few, said, shown, spread
from components.slides.view import View
from components.theme import RELIABILITY_WORDS
from data.frames.descent import descent_frame

PART = "room-sources"
ONE_ORIGIN = "Texts of one origin do not confirm each other."
WIDTHS, BETWEEN, GAP = (5.2, 1.1), 0.5, 0.25
MOST_ORIGINS, MOST_DOCUMENTS, MOST_WORDS, BUDGET = 4, 3, 12, 30  # words of a sentence, and of all beside the table


def slides(view: View) -> list[Slide]:
    """The origins and the documents; no slide without a document."""
    evidence = view.evidence
    if not evidence.current_documents:
        return []
    descent = descent_frame(evidence)
    origins, beside = _origins(descent), _beside(view, any(one.texts > 1 for one in origins_counted(descent)))
    left = CONTENT.x + sum(WIDTHS) + BETWEEN if origins else CONTENT.x
    things: list[Table | Text] = [*origins, *_stacked(beside, left, view)]
    weak = weak_sources(evidence)
    words = [evidence.case.source_summary.text, descent_sentence(descent), *weak]
    titles = [descent_headline(descent), "Who stands behind it is known only in part"]
    return [
        shown(PART, titles, things, view, view.links.to("documents"), evidence.case.source_summary.claims, (), words)
    ]


def _origins(descent: object) -> list[Table]:
    """The origins of most texts, and how many more there are; no table where none is known."""
    counted = origins_counted(descent)  # type: ignore[arg-type]
    if not counted:
        return []
    texts = [(one.origin, f"{one.texts}") for one in counted[:MOST_ORIGINS]]
    more = counted[MOST_ORIGINS:]
    texts += [(f"{count(len(more), 'more origin')}", f"{sum(one.texts for one in more)}")] if more else []
    rows = [head(("Who the texts go back to", "Texts"), WIDTHS, ROOM_POINTS)]
    rows += [
        tuple(cell(few(text, 7), width, ROOM_POINTS, 2) for text, width in zip(row, WIDTHS, strict=True))
        for row in texts
    ]
    while sum(row_height(row, WIDTHS, ROOM_POINTS) for row in rows) > CONTENT.height:
        del rows[-2 if more and len(rows) > 2 else -1]
    told = "; ".join(f"{name}: {many}" for name, many in texts)
    return [table("Origins", rows, WIDTHS, CONTENT.y, f"How many texts go back to whom. {told}.", points=ROOM_POINTS)]


def _beside(view: View, many: bool) -> list[str]:
    """What the first documents are and how reliable; how many more there are; the first weakness."""
    evidence = view.evidence
    documents = evidence.current_documents
    told = [f"{few(in_a_list(one.label, evidence), 8)}: {RELIABILITY_WORDS[one.reliability]}." for one in documents]
    more = len(told) - MOST_DOCUMENTS
    rest = [f"{count(more, 'more document')} in the appendix."] if more > 0 else []
    return [*([ONE_ORIGIN] if many else []), *told[:MOST_DOCUMENTS], *rest, *weak_sources(evidence)[:1]]


def _stacked(sentences: Sequence[str], left: float, view: View) -> list[Text]:
    """The first sentences, as many as may be read."""
    place, kept, words = Place(left, 0.0, CONTENT.right - left, 0.0), list[Text](), 0
    for sentence in sentences:
        words += len(few(sentence, MOST_WORDS).split())
        if words <= BUDGET:
            kept.append(said("Weighed", sentence, place, view, most=3, words=MOST_WORDS))
    return spread(kept, GAP)
