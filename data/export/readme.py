"""The readme of an export: what it is, on what it rests, how to read it, and what each format cannot carry."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.export.package import APOSTROPHES, licence_in_words
from data.export.sheets import Sheet
from data.export.source import LINK
from data.files.problems import visible
from data.frames.newest import how_new
from data.models.evidence import Evidence
from data.models.links import FINGERPRINT_CHARACTERS, Links

COLUMNS = 100  # characters a line
LONGEST = 10_000
READING = """
Quoted and cited are two things. A claim is quoted: its words stand in a document, character for character, and a
machine has checked it. A row of the public record is cited: it has an address and no stored text, and its words are a
curator’s own.

Dates are EDTF (ISO 8601-2): 2024-06 is some time in that month, 2024-03/2024-11 lasts from the one to the other,
2024-03/.. has an open end, [2024-10-01..2024-12-31] is some day in there, ~ is approximate, ? uncertain, % both, and
XXXX-06 has no year. Columns called earliest and latest have the days that the words allow.

A number is nothing without its operator: = exactly, > more than, >= at least, < less than, <= at most, ~ about, range
from low to high. Words without a number never became one. A limit is a ceiling, at most, or where its sense is
min a minimum, at least.

Modelled volumes are given to two significant figures, shares of the runs in words, as on every chart; what is notified
stands in whole units where it is added up or converted. Columns that end in _raw have the number before rounding, for
calculations; it is not known so exactly, and is not to be quoted.

An empty cell means not given, not known or not applicable, never zero and never no. Where a number has no end its cell
is empty, and the column beside it that ends in _words says so.

A list stands in one cell, joined by a semicolon and a space. A semicolon or backslash within an entry has a backslash
in front, and an empty entry is \\0.

Reported, notified and modelled volumes are three things. They are never added up or averaged.

Grades (A to F, 1 to 6) are judgements with a reason and a day. They are no numbers to reckon with.
"""


class Section(NamedTuple):
    """A heading and the paragraphs below it, which may be the points of a list."""

    heading: str
    paragraphs: tuple[str, ...]
    listed: bool = True


class Part(NamedTuple):
    """A file of an export: its name, what it is, and what its format cannot carry."""

    name: str
    what: str
    cannot: tuple[str, ...]


def readme(sheets: Sequence[Sheet], parts: Sequence[Part], evidence: Evidence, links: Links) -> tuple[Section, ...]:
    """The sections of the readme, the first with the title of the case; each paragraph is one line."""
    case = evidence.case
    return (
        Section(_line(case.title), tuple(_opening(evidence, links)), listed=False),
        Section("How to cite", (_citation(evidence, links),), listed=False),
        Section("Assumptions in force", tuple(_settings(sheets))),
        Section("Files", tuple(f"{part.name}: {part.what}" for part in parts)),
        Section("Tables", tuple(_table(sheet) for sheet in sheets)),
        Section("How to read them", tuple(_reading())),
        *(Section(f"What {part.name} cannot carry", part.cannot) for part in parts if part.cannot),
    )


def as_text(sections: Sequence[Section]) -> bytes:
    """The readme as plain text, UTF-8, in lines of at most 100 characters."""
    lines: list[str] = []
    for section in sections:
        heading = textwrap.wrap(section.heading, COLUMNS)
        lines += [*heading, "=" * max(map(len, heading)), ""]
        for paragraph in section.paragraphs:
            lines += _wrapped(paragraph, "- " if section.listed else "") + ([] if section.listed else [""])
        lines += [""] if section.listed else []
    return "\n".join(lines).encode()


def _wrapped(paragraph: str, mark: str) -> list[str]:
    indent = " " * len(mark)
    # An address stays in one piece, so that it can be opened.
    return textwrap.wrap(
        paragraph,
        COLUMNS,
        initial_indent=mark,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _reading() -> Iterator[str]:
    for paragraph in READING.strip().split("\n\n"):
        yield " ".join(paragraph.split())
    yield f"In the CSV files of the package, not in the workbook: {APOSTROPHES[:1].lower()}{APOSTROPHES[1:]}"


def _opening(evidence: Evidence, links: Links) -> Iterator[str]:
    case = evidence.case
    yield _line(case.question)
    yield (
        "Everything behind the views of this case, for other programs: tables of what is quoted, cited, compared and "
        "modelled. Every row has a link that opens it in the views, and the version of the data."
    )
    yield f"Dataset {_line(case.version)}, {how_new(evidence)}, fingerprint {evidence.fingerprint or 'not known'}."
    if not evidence.complete:
        yield "The data were not sound as a whole when this was made: what is wrong, and what rests on it, is left out."
    yield _line(case.source_summary.text)
    yield licence_in_words(case)
    if not links.base:
        yield (
            f"A {LINK} begins with a stroke, for no address is known under which others can open the views: put that "
            "of a Barrelwatch with these data in front."
        )


def _citation(evidence: Evidence, links: Links) -> str:
    short = evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    dataset = f"Dataset {_line(evidence.case.version)}" + (f" (fingerprint {short})" if short else "")
    where = f" {links.to('')}" if links.base else ""
    return f"Barrelwatch. {_line(evidence.case.title)}. {dataset}, {how_new(evidence)}.{where}"


def _settings(sheets: Sequence[Sheet]) -> Iterator[str]:
    settings = next(sheet for sheet in sheets if sheet.name == "settings")
    for name, value, meaning in zip(*(settings[column] for column in ("name", "value", "meaning")), strict=True):
        told = (f"{name}: {value or 'none'}", meaning)
        yield _line(" ".join(f"{part.removesuffix('.')}." for part in told if part))


def _table(sheet: Sheet) -> str:
    rows = len(sheet)
    return f"{sheet.name} ({rows:,} row{'' if rows == 1 else 's'}): {sheet.title}. {sheet.description}"


def _line(text: str) -> str:
    return visible(" ".join(text.split()), LONGEST)
