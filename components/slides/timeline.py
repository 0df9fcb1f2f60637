"""The timeline on slides: the figure of the page, in as many parts as it needs; what is not drawn is said."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from components.figures.captioned import MOST_SINGLE_EVENTS, events
from components.letters import capital
from components.scene.text import cut, height
from components.scene.things import BODY_POINTS, CONTENT, PALETTE, SMALL_POINTS, Paragraph, Run, Slide, Text, Thing
from components.sentences.sources import source_lines
from components.sentences.timeline import cited_events, event_title, timeline_headline, timeline_sentence
from components.slides.counted import counted
from components.slides.figure import drawn
from components.slides.view import View
from components.slides.words.findings import finding, nothing
from components.slides.words.notes import chosen_sentences, filter_sentence, notes
from components.slides.words.prose import bulleted
from components.theme import CITED_SIGN, CITED_WORD, NOTE
from data.frames.rows import rows_of
from data.frames.timeline import record_events_frame
from data.models.dates import in_words

Row = dict[Hashable, Any]
PART = "timeline"
MOST_SLIDES, MOST_UNPLACED = 6, 2
ALWAYS = "Bars cover every date the wording allows"
NO_YEAR = "Not placed, because the wording gives no year:"


def slides(view: View) -> list[Slide]:
    """The events shown, lane by lane, on as many slides as they need; counts by lane and month if those are too many.

    Events without a year are named in words. Without any event one slide that says so.
    """
    rows, cited = view.events, cited_events(view.events)
    link = view.links.to(PART, layer="record" if len(cited) else "")
    of = len(view.evidence.events) + (len(record_events_frame(view.evidence)) if len(cited) else 0)
    if rows.empty:
        return [nothing(PART, "event", of, view.evidence, link)]
    shown = rows_of(rows)
    yearless = [row for row in shown if row["yearless"]]
    if len(yearless) == len(shown):
        return [_slide(_finding(view), (_unplaced(yearless, view),), yearless, of, link, view)]
    if len(rows) > MOST_SINGLE_EVENTS:
        return [counted(view, of, link)]
    alt = f"{timeline_headline(rows)}. {_told(view, of)[0]}"
    parts = drawn(
        lambda look: events(rows, view.writing, view.volume, view.evidence, look, view.span),
        "Timeline",
        alt,
        view,
        tuple(_words(yearless, of, view)),
    )
    if len(parts) > MOST_SLIDES:
        return [counted(view, of, link)]
    # What lies beyond the axis is counted at its edge, and stands in the notes of the last slide with the yearless.
    opened = frozenset().union(*(part.opens for part in parts))
    rest = [row for row in shown if row["event_id"] not in opened]
    some = [[row for row in shown if row["event_id"] in part.opens] for part in parts]
    some[-1] += rest
    return [
        _slide(_finding(view, place, len(parts)), _read_out(part.things, on_it), on_it, of, link, view)
        for place, (part, on_it) in enumerate(zip(parts, some, strict=True), 1)
    ]


def ids_of(rows: Iterable[Row]) -> tuple[list[str], list[str]]:
    """The claims and the cited records behind some events, in their order."""
    rows = list(rows)
    claims = [claim_id for row in rows for claim_id in row["claim_ids"]]
    return claims, [record_id for row in rows for record_id in row["record_ids"]]


def said_of(row: Row) -> str:
    """An event in words: its title, its date, and the claims or the cited records behind it."""
    ids = ", ".join(row["claim_ids"]) or f"{CITED_SIGN} {CITED_WORD}: {', '.join(row['record_ids'])}"
    return f"{event_title(row)}: {in_words(row['date'])} [{ids}]"


def titles(view: View) -> tuple[str, ...]:
    """The finding, then shorter forms of it; the last is true of every timeline."""
    finds = timeline_headline(view.events)
    known = capital(finds.partition(": ")[2].partition(";")[0])
    return finds, finds.split(":")[0], finds.split(";")[0], known, ALWAYS


def _finding(view: View, place: int = 1, of: int = 1) -> str:
    return finding(titles(view), place, of)


def _read_out(things: tuple[Thing, ...], rows: Sequence[Row]) -> tuple[Thing, ...]:
    """The same with every event of the part in the figure's alternative text: its bars say their days to eyes alone."""
    figure, *around = things
    events_on_it = "; ".join(map(said_of, rows))
    return (replace(figure, alt=f"{figure.alt} {events_on_it}."), *around)


def _slide(title: str, things: tuple[Thing, ...], rows: Sequence[Row], of: int, link: str, view: View) -> Slide:
    """A slide with the sources and the notes of its events."""
    claims, records = ids_of(rows)
    with_limit = view.evidence.headline_limit is not None and view.volume is not None
    sources = source_lines(claims, view.evidence, with_limit=with_limit, record_ids=records)
    words = [*_told(view, of), *map(_read, rows)]
    return Slide(PART, title, things, sources, notes(view, claims, records, words=words), link)


def _unplaced(yearless: Sequence[Row], view: View) -> Text:
    """The events in words, where nothing can be drawn."""
    told, first = [said_of(row) for row in yearless], (Run(NO_YEAR),)
    room = CONTENT.height - height([first], CONTENT.width, BODY_POINTS)
    words = bulleted(told, view, CONTENT.width, BODY_POINTS, room)
    return Text("Events without a year", CONTENT, (first, *words), f"{NO_YEAR} {'; '.join(told)}")


def _words(yearless: Sequence[Row], of: int, view: View) -> Iterator[Paragraph]:
    """What is not drawn: events without a year, and those that the filters leave out."""
    if yearless:
        told = f"{NO_YEAR} {'; '.join(said_of(row) for row in yearless)}"
        yield (Run(cut(told, CONTENT.width, SMALL_POINTS, MOST_UNPLACED)),)
    if len(view.events) < of:
        told = f"{len(view.events):,} of {of:,} events are shown. {filter_sentence(view)}".strip()
        yield (Run(cut(told, CONTENT.width, SMALL_POINTS, 1), colour=PALETTE.secondary),)


def _told(view: View, of: int) -> list[str]:
    present = set(view.events["lane"])
    lanes = [lane.title for lane in view.evidence.case.lanes if lane.id in present]
    return [timeline_sentence(view.events, of, lanes, view.writing), *chosen_sentences(view)]


def _read(row: Row) -> str:
    """How the date of an event was read, and what its curator noted, for the notes."""
    reason = f": {row['date_reason']}" if row["date_reason"] else ""
    against = f" Contradicted by {', '.join(row['contradicts'])}." if row["contradicts"] else ""
    return f"{said_of(row)} (EDTF {row['date']}; {row['date_basis']}{reason}).{against}{_note(row)}"


def _note(row: Row) -> str:
    """The curator's note; a cited event's stands with its record."""
    return f" {NOTE}: {row['note']}" if row["note"].strip() and not row["cited"] else ""
