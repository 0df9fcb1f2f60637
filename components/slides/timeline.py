"""The timeline on slides: bars cover every date the wording allows; lanes that do not fit go on on the next slide."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from components.letters import capital
from components.scene.text import cut, height
from components.scene.things import (
    BODY_POINTS,
    CONTENT,
    PALETTE,
    SMALL_POINTS,
    Paragraph,
    Place,
    Run,
    Slide,
    Text,
    Thing,
)
from components.sentences.sources import source_lines
from components.sentences.timeline import (
    cited_events,
    edge_sentence,
    quoted_beyond,
    timeline_headline,
    timeline_sentence,
)
from components.slides.around import Around, limit_of, windows_of
from components.slides.bars import Row, ids_of, said_of
from components.slides.counted import counted
from components.slides.findings import finding, nothing
from components.slides.lanes import PLOT_LEFT, PLOT_RIGHT, Band, bands_of, drawn, ground, spread
from components.slides.months import axis_for
from components.slides.notes import chosen_sentences, filter_sentence, notes
from components.slides.prose import bulleted
from components.slides.view import Matter
from components.theme import NOTE
from data.frames.rows import rows_of
from data.frames.timeline import record_events_frame

PART = "timeline"
MOST_SLIDES, MOST_UNPLACED = 6, 2
ALWAYS = "Bars cover every date the wording allows"
NO_YEAR = "Not placed, because the wording gives no year:"


class Setting(NamedTuple):
    """What all slides of one timeline share: events without a year, and sentences with which the notes begin."""

    matter: Matter
    link: str
    around: Around
    yearless: list[Row]
    told: list[str]


def slides(matter: Matter) -> list[Slide]:
    """The events shown, lane by lane, on as many slides as they need; counts by lane and month if those are too many.

    Events without a year are named in words. Without any event one slide that says so.
    """
    rows, cited = matter.events, cited_events(matter.events)
    link = matter.links.to(PART, layer="record" if len(cited) else "")
    of = len(matter.evidence.events) + (len(record_events_frame(matter.evidence)) if len(cited) else 0)
    if rows.empty:
        return [nothing(PART, "event", of, matter.evidence, link)]
    events = rows_of(rows)
    yearless = [row for row in events if row["yearless"]]
    around = _around(matter, cited, tuple(_words(yearless, of, matter)))
    setting = Setting(matter, link, around, yearless, _told(matter, of))
    finds = timeline_headline(rows)
    known = capital(finds.partition(": ")[2].partition(";")[0])
    sentences = (finds, finds.split(":")[0], finds.split(";")[0], known, ALWAYS)
    if len(yearless) == len(events):
        return [_unplaced(finding(sentences), setting)]
    placed = [row for row in events if not row["yearless"]]
    pages = spread(bands_of(placed, matter.evidence.case.lanes, around.axis), around.room)
    if len(pages) > MOST_SLIDES:
        return [counted(matter, around.axis, of, link)]
    return [_slide(finding(sentences, place, len(pages)), bands, setting) for place, bands in enumerate(pages, 1)]


def _slide(title: str, bands: Sequence[Band], setting: Setting) -> Slide:
    """One slide: the lanes it has room for, with axis, windows, limit and key around them."""
    rows = [*(row for band in bands for row in band.rows), *setting.yearless]
    return _told_by(rows, title, tuple(_things(bands, setting.around)), setting)


def _unplaced(title: str, setting: Setting) -> Slide:
    """The slide of a timeline on which nothing can be drawn: the events in words."""
    place = Place(CONTENT.x, CONTENT.y, CONTENT.width, CONTENT.height)
    told, first = [said_of(row) for row in setting.yearless], (Run(NO_YEAR),)
    room = CONTENT.height - height([first], CONTENT.width, BODY_POINTS)
    words = bulleted(told, setting.matter, CONTENT.width, BODY_POINTS, room)
    text = Text("Events without a year", place, (first, *words), f"{NO_YEAR} {'; '.join(told)}")
    return _told_by(setting.yearless, title, (text,), setting)


def _told_by(rows: Sequence[Row], title: str, things: tuple[Thing, ...], setting: Setting) -> Slide:
    """A slide with the sources and the notes of its events."""
    matter = setting.matter
    claims, records = ids_of(rows)
    with_limit = setting.around.limit is not None and len(things) > 1
    return Slide(
        PART,
        title,
        things,
        source_lines(claims, matter.evidence, with_limit=with_limit, record_ids=records),
        notes(matter, claims, records, words=[*setting.told, *(_read(row) for row in rows)]),
        setting.link,
    )


def _things(bands: Sequence[Band], around: Around) -> Iterator[Thing]:
    level, tops = around.top, []
    for band in bands:
        tops.append(level)
        level += band.height
    yield from (ground(band, top) for band, top in zip(bands, tops, strict=True))
    yield from around.behind(level)
    yield from around.before(level)
    for band, top in zip(bands, tops, strict=True):
        yield from drawn(band, around.axis, top)


def _around(matter: Matter, cited: pd.DataFrame, words: tuple[Paragraph, ...]) -> Around:
    quoted = matter.events if cited.empty else matter.events.drop(cited.index)
    # Where no document gives an event a day, the public record gives the axis.
    dated = quoted["earliest"].notna().any() or quoted["latest"].notna().any()
    own, others = (quoted, cited) if dated else (cited, cited.head(0))
    axis = axis_for([own, matter.writing], others, PLOT_LEFT, PLOT_RIGHT)
    return Around(axis, windows_of(matter.writing), limit_of(matter), words, bool(len(cited)))


def _words(yearless: Sequence[Row], of: int, matter: Matter) -> Iterator[Paragraph]:
    """What is not drawn: events without a year, those outside the axis, and those that the filters leave out."""
    shown, chosen = len(matter.events), filter_sentence(matter)
    if yearless:
        told = f"{NO_YEAR} {'; '.join(said_of(row) for row in yearless)}"
        yield (Run(cut(told, CONTENT.width, SMALL_POINTS, MOST_UNPLACED)),)
    if far := edge_sentence(quoted_beyond(matter.events, matter.writing)):
        yield (Run(cut(far, CONTENT.width, SMALL_POINTS, MOST_UNPLACED)),)
    if shown < of:
        told = f"{shown:,} of {of:,} events are shown. {chosen}".strip()
        yield (Run(cut(told, CONTENT.width, SMALL_POINTS, 1), colour=PALETTE.secondary),)


def _told(matter: Matter, of: int) -> list[str]:
    present = set(matter.events["lane"])
    lanes = [lane.title for lane in matter.evidence.case.lanes if lane.id in present]
    return [timeline_sentence(matter.events, of, lanes, matter.writing), *chosen_sentences(matter)]


def _read(row: Row) -> str:
    """How the date of an event was read, and what its curator noted, for the notes."""
    reason = f": {row['date_reason']}" if row["date_reason"] else ""
    against = f" Contradicted by {', '.join(row['contradicts'])}." if row["contradicts"] else ""
    return f"{said_of(row)} (EDTF {row['date']}; {row['date_basis']}{reason}).{against}{_note(row)}"


def _note(row: Row) -> str:
    """The curator's note; a cited event's stands with its record."""
    return f" {NOTE}: {row['note']}" if row["note"].strip() and not row["cited"] else ""
