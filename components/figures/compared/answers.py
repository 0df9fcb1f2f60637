"""The cells of the comparison: what a document answers, what the public record says, and how it is read."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from components.scene.text import cut, lines
from components.scene.things import PALETTE, SMALL_POINTS, Cell, Paragraph, Run
from components.sentences.against_limit import units
from components.sentences.comparison import reading_words
from components.theme import CELL_SIGNS, CITED_SIGN, CITED_WORD, READINGS, quantity, read_by, shortened
from data.models.dates import in_words
from data.models.evidence import Document, Evidence

Answer = dict[Hashable, Any]
MOST_IDS, MOST_ANSWERS = 4, 2
MOST_WORDS, MOST_TITLE, MOST_WHY, MOST_CITED, MOST_DETAIL = 4, 4, 3, 3, 3  # lines
SAID_BY_CHARACTERS, LEAST_SAID = 40, 24
QUIET = ("silent", "unread")
SIGN_ROOM = 0.25  # inches
GREY = PALETTE.secondary
ERROR = "! error in the source:"
RECORD = "record:"  # before the id of a cited record, where a click hands it over
LANES = PALETTE.lanes
WORDS = (LANES[3], LANES[1], LANES[6], PALETTE.limit, LANES[5], GREY, LANES[2])
# The colours of a reading, in the order of READINGS: of its words, and of the ground they stand on.
TONES = dict(zip((style.tone for style in READINGS.values()), zip(WORDS, PALETTE.tints, strict=True), strict=True))
Opening = Callable[[str], str]
"""Takes the id of a claim, or "record:" and an id, gives what a run leads to: an address, or the same again."""


class Room(NamedTuple):
    """How wide a cell is, and at which type size it is written."""

    width: float
    points: float


def plain_head(name: str, room: Room) -> Cell:
    """The head of a column that needs no explanation."""
    return Cell(((Run(cut(name, *room, 1, bold=True), bold=True),),))


def document_head(document: Document, room: Room) -> Cell:
    """The label of a document, and below it whether it is dated and what it is called."""
    dated = f"published {in_words(document.published)}" if document.published else "undated"
    return _head(f"Document {document.label}", f"{dated}; {document.title.strip('[]')}", room)


def record_head(room: Room, more: str = "") -> Cell:
    """What the column of the public record holds."""
    return _head("Public record", f"{CITED_SIGN} {CITED_WORD}: an address, not a text{more}", room)


def question_cell(question: Answer, room: Room) -> Cell:
    """The title of a question."""
    return Cell(((Run(cut(question["title"], *room, MOST_TITLE, bold=True), bold=True),),))


def answer_cell(cell: Answer, room: Room, opening: Opening) -> Cell:
    """What one document says to a question, in short, with its sign and claims.

    Silence is grey and says so, and so is what nobody has read yet.
    """
    word = CELL_SIGNS[cell["sign"]][1]
    said = cell["words"]
    if cell["sign"] == "silent" and said:
        said = f"{word}: {said}"
    colour = GREY if cell["sign"] in QUIET else PALETTE.ink
    claim_ids = cell["claim_ids"]
    words = cut(said or word, *room, MOST_WORDS)
    ids = [run for one in claim_ids[:MOST_IDS] for run in _id(one, opening(one), PALETTE.model)]
    more = [Run(f" and {len(claim_ids) - MOST_IDS} more", colour=GREY)] * (len(claim_ids) > MOST_IDS)
    reader = [Run(told, colour=GREY)] if (told := read_by(cell["number_read_by"], "number ")) else []
    return Cell(((_sign(cell["sign"]), Run(words, colour=colour), *reader, *ids, *more),))


def record_cell(
    cited: Sequence[Answer], asks_for_figure: bool, room: Room, evidence: Evidence, opening: Opening
) -> Cell:
    """The first few facts of the public record, each with who says so and its id, and how many more there are."""
    # Errors come last: they stay in sight, and never before what is sound.
    rows = sorted(cited, key=lambda answer: answer["standing"] == "error")
    if not rows:
        return Cell(((Run("nothing cited", colour=GREY),),))
    paragraphs = [_cited(row, asks_for_figure, room, evidence, opening) for row in rows[:MOST_ANSWERS]]
    if len(rows) > MOST_ANSWERS:
        more = Run(f" and {len(rows) - MOST_ANSWERS} more", colour=GREY, points=SMALL_POINTS)
        paragraphs[-1] = (*paragraphs[-1], more)
    return Cell(tuple(paragraphs))


def reading_cell(question: Answer, room: Room) -> Cell:
    """The reading with its sign and word, and why, on the tint of its colour."""
    style = READINGS[question["reading"]]
    colour, tint = TONES[style.tone]
    word = cut(reading_words(question, style.word), room.width - SIGN_ROOM, room.points, MOST_WHY, bold=True)
    why = cut(question["why"], room.width, SMALL_POINTS, MOST_WHY)
    return Cell(((Run(f"{style.sign}  {word}", bold=True, colour=colour),), (Run(why, points=SMALL_POINTS),)), tint)


def legend(with_record: bool) -> Paragraph:
    """What the signs in the cells mean."""
    told = [run for name, (_, word) in CELL_SIGNS.items() for run in (_sign(name), Run(f"{word}    ", colour=GREY))]
    cited = (Run(f"{CITED_SIGN} ", colour=PALETTE.cited), Run(f"{CITED_WORD}, not quoted", colour=GREY))
    return (*told, *cited) if with_record else (*told[:-1], replace(told[-1], text=told[-1].text.rstrip()))


def _sign(name: str) -> Run:
    colour = TONES["check"][0] if name == "odd" else GREY if name in QUIET else PALETTE.model
    return Run(f"{CELL_SIGNS[name][0]} ", colour=colour)


def _head(name: str, detail: str, room: Room) -> Cell:
    first = (Run(cut(name, *room, 2, bold=True), bold=True),)
    return Cell((first, (Run(cut(detail, room.width, SMALL_POINTS, MOST_DETAIL), colour=GREY, points=SMALL_POINTS),)))


def _cited(row: Answer, asks_for_figure: bool, room: Room, evidence: Evidence, opening: Opening) -> Paragraph:
    record_id = row["record_id"]
    figure = ""
    if asks_for_figure and row["operator"]:
        unit = units(evidence, row["unit"], row["volume"])
        figure = f"{quantity(row['operator'], row['volume'], row['high'])} {unit}"
    marked = f"{CITED_SIGN} {ERROR} " if row["standing"] == "error" else f"{CITED_SIGN} "
    behind = f", {shortened(row['said_by'], SAID_BY_CHARACTERS)}"
    said = _beside(marked, (figure or row["statement"]).rstrip("."), f"{behind} [{record_id}]", room.width)
    return (
        Run(marked, colour=PALETTE.cited, points=SMALL_POINTS),
        Run(f"{said}{behind}", points=SMALL_POINTS),
        *_id(record_id, opening(f"{RECORD}{record_id}"), PALETTE.cited),
    )


def _beside(before: str, said: str, behind: str, width: float) -> str:
    """A fact cut so that what stands before and behind it still fits into the lines there are."""
    said, longest = " ".join(said.split()), len(said)
    while longest > LEAST_SAID and len(lines(f"{before}{said}{behind}", width, SMALL_POINTS)) > MOST_CITED:
        longest -= LEAST_SAID // 4
        said = shortened(said, longest)
    return said


def _id(name: str, link: str, colour: str) -> tuple[Run, Run]:
    return Run(" ", points=SMALL_POINTS), Run(f"[{name}]", colour=colour, points=SMALL_POINTS, link=link)
