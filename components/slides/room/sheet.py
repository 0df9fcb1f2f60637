"""What all slides for a room share: large type, few words, short sources, and a group for each figure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from components.scene.text import cut, headline, height
from components.scene.things import CONTENT, ROOM_POINTS, Anchor, Place, Slide, Text
from components.sentences.counts import count
from components.slides.view import View
from components.slides.words.notes import notes
from components.slides.words.prose import linked, signed
from components.theme import CITED_SIGN, day, shortened
from data.models.evidence import Evidence

LARGE_POINTS = 20.0
LEAST_GAP = 0.1
BELOW = 0.71  # inches of two lines below a figure
FIGURE = CONTENT._replace(height=CONTENT.height - BELOW)
MOST_DOCUMENTS, MOST_IDS, LABEL = 3, 2, 12
VERSION_CHARACTERS, FINGERPRINT_CHARACTERS = 16, 8


def shown(
    part: str,
    titles: Sequence[str],
    things: Iterable[Any],
    view: View,
    link: str,
    claims: Iterable[str] = (),
    records: Iterable[str] = (),
    words: Sequence[str] = (),
) -> Slide:
    """A slide with the first of the titles that fits; its notes hold the quotes and what is said in full."""
    claims, records = list(dict.fromkeys(claims)), list(dict.fromkeys(records))
    told = [" ".join(sentence.split()) for sentence in words if sentence.strip()]
    text = notes(view, claims, records, model=view.estimate is not None, words=told)
    source = _sources(claims, records, view.evidence)
    return Slide(part, headline(*titles), tuple(things), source, text, link, points=ROOM_POINTS)


def said(
    name: str,
    sentence: str,
    place: Place,
    view: View,
    *,
    points: float = ROOM_POINTS,
    most: int = 2,
    words: int = 0,
    anchor: Anchor = "top",
) -> Text:
    """A sentence of at most so many lines, and of so many `words` unless that is 0, in which ids open their words.

    A place without a height gets that of the words.
    """
    told = few(signed(sentence, view), words) if words else signed(sentence, view)
    runs = linked(cut(told, place.width, points, most), view)
    place = place if place.height else place._replace(height=height((runs,), place.width, points))
    return Text(name, place, (runs,), sentence, points, anchor=anchor)


def few(sentence: str, most: int) -> str:
    """A sentence of at most so many words; an ellipsis where it is cut."""
    told = sentence.split()
    return sentence if len(told) <= most else f"{' '.join(told[:most]).rstrip(',;:')} …"


def below(sentences: Iterable[str], view: View, words: int = 0) -> list[Text]:
    """What the marks of a figure mean, in two lines below it; nothing where there is nothing to say."""
    place = CONTENT._replace(y=FIGURE.bottom, height=BELOW)
    told = " ".join(filter(None, sentences))
    return [said("What the marks mean", told, place, view, words=words)] if told else []


def spread(texts: Sequence[Text], gap: float) -> list[Text]:
    """As many texts as there is room for, from above, no further than a gap from each other."""
    kept = list(texts)
    while len(kept) > 1 and _heights(kept) + LEAST_GAP * (len(kept) - 1) > CONTENT.height:
        kept.pop()
    gap = min(gap, (CONTENT.height - _heights(kept)) / max(len(kept) - 1, 1))
    found, y = [], CONTENT.y
    for text in kept:
        found.append(replace(text, place=text.place._replace(y=y)))
        y += text.place.height + gap
    return found


def _heights(texts: Sequence[Text]) -> float:
    return sum(text.place.height for text in texts)


def _sources(claims: Sequence[str], records: Sequence[str], evidence: Evidence) -> tuple[str, str]:
    """Who is behind a slide, as shortly as it can be said, and how new and which the data are."""
    by_document: dict[str, list[str]] = {}
    for claim_id in claims:
        if claim := evidence.claim_by_id.get(claim_id):
            by_document.setdefault(evidence.document_by_id[claim.document].label, []).append(claim_id)
    named = [f"{shortened(label, LABEL)} [{_first(ids)}]" for label, ids in sorted(by_document.items())]
    more = len(named) - MOST_DOCUMENTS
    parts = [*named[:MOST_DOCUMENTS], *([count(more, "more document")] if more > 0 else [])]
    cited = sum(one in evidence.record_by_id for one in records)
    parts += [f"{CITED_SIGN} {count(cited, 'cited fact')}, in the notes"] if cited else []
    version = shortened(evidence.case.version, VERSION_CHARACTERS)
    state = [f"Looked {day(evidence.case.as_of)}", f"data {version}"]
    state += [evidence.fingerprint[:FINGERPRINT_CHARACTERS]] if evidence.fingerprint else []
    return f"Sources: {'; '.join(parts) or 'none'}", " · ".join(state)


def _first(ids: Sequence[str]) -> str:
    more = len(ids) - MOST_IDS
    return ", ".join(ids[:MOST_IDS]) + (f" +{more}" if more > 0 else "")
