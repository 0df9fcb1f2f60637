"""Colours by meaning, signs, type sizes, and how numbers and days are written; everything seen takes them from here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mode = Literal["light", "dark"]
Width = Literal["wide", "medium", "narrow"]

FONT = "Inter, 'Segoe UI', Arial, sans-serif"

# Lanes and readings are told apart by sign and word first; colour only helps.
LANE_SIGNS = ("●", "◆", "▲", "■", "✚", "★", "▼", "◐")
OPERATOR_WORDS = {
    "=": "exactly",
    ">": "more than",
    ">=": "at least",
    "<": "less than",
    "<=": "at most",
    "~": "about",
    "range": "between",
}
OPERATOR_SIGNS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "about ", "range": ""}


@dataclass(frozen=True)
class Palette:
    """Hex colours by meaning, for one theme; text keeps 4.5:1 and marks 3:1 on `paper`."""

    paper: str
    band: str
    ink: str
    secondary: str
    limit: str
    beyond: str
    within: str
    grid: str
    ticks: str
    lanes: tuple[str, ...]


PALETTES: dict[Mode, Palette] = {
    "light": Palette(
        paper="#FFFFFF",
        band="#F5F7F9",
        ink="#17212B",
        secondary="#4A5867",
        limit="#B3381A",
        beyond="#FBEAE4",
        within="#DCE3EA",
        grid="#E4E9EE",
        ticks="#8A97A5",
        lanes=("#0B62A4", "#7B3F98", "#8A5A00", "#1F7A4D", "#4A5867", "#A3195B", "#0F6E78", "#6B4E2E"),
    ),
    "dark": Palette(
        paper="#10171E",
        band="#18222C",
        ink="#E8EDF2",
        secondary="#A9B6C3",
        limit="#FF8A6B",
        beyond="#3D2219",
        within="#26333F",
        grid="#25313C",
        ticks="#6F7E8D",
        lanes=("#6DB3F2", "#C79BE0", "#E5B454", "#6CCB9A", "#A9B6C3", "#F08CB8", "#5CC8D0", "#C9A582"),
    ),
}


@dataclass(frozen=True)
class ReadingStyle:
    """How a reading of the comparison is marked: its sign, its word, and the name of its colours in markup.css."""

    sign: str
    word: str
    tone: str


READINGS = {
    "compatible": ReadingStyle("=", "Compatible", "compatible"),
    "same-origin": ReadingStyle("↺", "Same origin", "same-origin"),
    "differ": ReadingStyle("≠", "Differ", "differ"),
    "one-document": ReadingStyle("1", "One document only", "one"),
    "check-wording": ReadingStyle("!", "Check the wording", "check"),
}
CELL_SIGNS = {
    "states": ("●", "states"),
    "no figure": ("◐", "states, without a figure"),
    "silent": ("○", "silent"),
    "odd": ("▲", "wording odd"),
}
RELIABILITY_WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY_WORDS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


def number(value: float) -> str:
    """A number as the source gives it, with thousands set apart: 1,000,000; 2.5."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def quantity(operator: str, volume: float, high: float) -> str:
    """Operator and number together, never the number alone: "> 1,000,000", "400,000–600,000"."""
    if operator == "range":
        return f"{number(volume)}–{number(high)}"
    return f"{OPERATOR_SIGNS[operator]}{number(volume)}"


def quantity_in_words(operator: str, volume: float, high: float) -> str:
    """The same in words: "more than 1,000,000", "between 400,000 and 600,000"."""
    if operator == "range":
        return f"between {number(volume)} and {number(high)}"
    return f"{OPERATOR_WORDS[operator]} {number(volume)}"


def day(moment: date) -> str:
    """A day as it is written on charts: 7 Mar 2024."""
    return f"{moment.day} {moment:%b %Y}"


def shortened(text: str, most: int) -> str:
    """A text of at most `most` characters, cut at a word and marked with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rstrip()
    whole_words = cut.rsplit(" ", 1)[0]
    return f"{whole_words if len(whole_words) > most // 2 else cut}…"
