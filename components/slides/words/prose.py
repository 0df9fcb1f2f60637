"""Sentences on a slide: ids that open what stands behind them, and lists cut to the room they have."""

import re
from collections.abc import Sequence
from dataclasses import replace

from components.scene.text import INSET, LINE, POINTS_PER_INCH, cut, height, lines, paged
from components.scene.things import PALETTE, Paragraph, Place, Run, Text
from components.sentences.records.record_words import with_signs
from components.slides.view import View
from components.theme import CITED_SIGN

CLAIM = r"[A-Z]{1,4}\d{2,6}"
RECORD = r"[a-z0-9]+(?:-[a-z0-9]+)+"
NAMED = re.compile(rf"\[({CLAIM}|{RECORD})\]", re.ASCII)
SIGNED = re.compile(rf"(\[(?:{CLAIM}|{CITED_SIGN} {RECORD})\])", re.ASCII)
BULLET = "• "
IN_NOTES = "… more in the notes"
PANEL_POINTS = 12.0


def signed(sentence: str, view: View) -> str:
    """A sentence on one line, with the sign of what is cited before the id of each record."""
    return " ".join(with_signs(sentence, view.evidence).split())


def linked(sentence: str, view: View, stress: Sequence[str] = ()) -> Paragraph:
    """A signed sentence in which each id of a claim or of a cited fact opens its view; what is in `stress` is bold."""
    runs: list[Run] = []
    for place, part in enumerate(SIGNED.split(sentence)):
        runs += [_opening(part, view)] if place % 2 else _stressed(part, stress)
    return tuple(run for run in runs if run.text) or (Run(""),)


def bulleted(sentences: Sequence[str], view: View, width: float, points: float, room: float) -> tuple[Paragraph, ...]:
    """Sentences, of several each with a bullet, as many as fit into `room` inches; what is left out is said."""
    bullet = BULLET if len(sentences) > 1 else ""
    told = [f"{bullet}{signed(sentence, view)}" for sentence in sentences if sentence.strip()]
    left, kept = lines_in(room, points), []
    for place, sentence in enumerate(told, 1):
        # What does not fit is cut; unless it is the last, a line is kept to say that there is more.
        most = left if place == len(told) else left - 1
        if most < 1:
            break
        needed = len(lines(sentence, width, points))
        kept.append(sentence if needed <= most else cut(sentence, width, points, most))
        left -= min(needed, most)
        if needed > most:
            break
    more = () if kept == told else ((Run(IN_NOTES, colour=PALETTE.secondary),),) if left else ()
    return (*(linked(sentence, view) for sentence in kept), *more)


def lines_in(room: float, points: float) -> int:
    """How many lines fit into a text box so many inches high."""
    return int((room - 2 * INSET) / (points * LINE / POINTS_PER_INCH) + 1e-6)


def sentences_by_slide(sentences: Sequence[str], view: View, width: float, room: float) -> list[list[str]]:
    """Sentences for panels of one width and height, on as many slides as they need."""
    left = room - _head_height(PANEL_POINTS) - 2 * INSET
    heights = [
        height((linked(f"{BULLET}{signed(sentence, view)}", view),), width, PANEL_POINTS) - 2 * INSET
        for sentence in sentences
    ]
    return [page for page in paged(list(sentences), heights, left) if page]


def panel(
    name: str, title: str, sentences: Sequence[str], place: Place, view: View, points: float = PANEL_POINTS
) -> Text:
    """A filled text box with a title and sentences, a bullet before each of several; no higher than they need."""
    head = (Run(cut(title, place.width, points + 1, 1, bold=True), bold=True, points=points + 1),)
    body = bulleted(sentences, view, place.width, points, place.height - _head_height(points))
    tall = min(place.height, height((head, *body), place.width, points))
    fitted = place._replace(height=tall)
    return Text(name, fitted, (head, *body), f"{title}: {' '.join(sentences)}", points, fill=PALETTE.band)


def abreast(*panels: Text) -> list[Text]:
    """Panels side by side, all as high as the highest of them."""
    tall = max((one.place.height for one in panels), default=0.0)
    return [replace(one, place=one.place._replace(height=tall)) for one in panels]


def _head_height(points: float) -> float:
    return (points + 1) * LINE / POINTS_PER_INCH


def _opening(part: str, view: View) -> Run:
    """An id in its brackets with the address of its view; one that is not there stays text."""
    name = part.strip("[]").removeprefix(f"{CITED_SIGN} ")
    if name in view.evidence.claim_by_id:
        return Run(part, colour=PALETTE.model, link=view.links.to("documents", claim=name))
    if name in view.evidence.record_by_id:
        return Run(part, colour=PALETTE.cited, link=view.links.to("record", record=name))
    return Run(part)


def _stressed(part: str, stress: Sequence[str]) -> list[Run]:
    for words in stress:
        before, found, after = part.partition(words)
        if words and found:
            return [*_stressed(before, stress), Run(words, bold=True), *_stressed(after, stress)]
    return [Run(part)]
