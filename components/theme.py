"""Colours by meaning, signs, type sizes, and how numbers and days are written; everything seen takes them from here."""

from dataclasses import dataclass
from datetime import date
from math import floor, isfinite, isnan
from typing import Literal

from components import letters
from data.estimate import rounding

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
READ_BY_CURATOR = "read by a curator"  # stands beside every number that no machine can read out of its words
NOTE = "Curator’s note"  # stands before every note, so that nobody takes it for the words of a source
# What has an address but no stored text looks the same everywhere: sign, word, dashed outline, hatching.
CITED_SIGN, CITED_WORD, CITED_DASH, CITED_HATCH = "↗", "cited", "dash", "/"
# Likelihood in the words of ICD 203, each with the end of its range; a bound counts with the milder word.
LIKELIHOODS = (
    (0.05, "almost no chance (1–5%)"),
    (0.20, "very unlikely (5–20%)"),
    (0.45, "unlikely (20–45%)"),
    (0.55, "roughly even chance (45–55%)"),
    (0.80, "likely (55–80%)"),
    (0.95, "very likely (80–95%)"),
    (1.00, "almost certain (95–99%)"),
)
# The scale ends at 1 and 99%: what lies beyond must not stand beside a range that it is not in.
BEYOND_LIKELIHOODS = ("below almost no chance (under 1%)", "beyond almost certain (over 99%)")


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
    model: str
    model_band: str
    cited: str
    lanes: tuple[str, ...]
    tints: tuple[str, ...]  # the grounds of READINGS, in their order

    @property
    def all(self) -> tuple[str, ...]:
        """Every colour, in one order for all themes."""
        return tuple(one for value in vars(self).values() for one in ([value] if isinstance(value, str) else value))


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
        model="#0B62A4",
        model_band="#CFE2F3",
        cited="#0F6E78",
        lanes=("#0B62A4", "#7B3F98", "#8A5A00", "#1F7A4D", "#4A5867", "#A3195B", "#0F6E78", "#6B4E2E"),
        tints=("#E8F3ED", "#F3EBF7", "#E4F1F3", "#FBEAE4", "#FAE8F0", "#EEF1F4", "#FAF1DF"),
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
        model="#6DB3F2",
        model_band="#1D3A55",
        cited="#5CC8D0",
        lanes=("#6DB3F2", "#C79BE0", "#E5B454", "#6CCB9A", "#A9B6C3", "#F08CB8", "#5CC8D0", "#C9A582"),
        tints=("#163024", "#2B1E35", "#16313A", "#3D2219", "#3A1D2D", "#212D38", "#352B14"),
    ),
}


def themed(colour: str, palette: Palette) -> str:
    """A colour of the light theme, which slides have, as another theme has it; one without a meaning as it is."""
    return dict(zip(PALETTES["light"].all, palette.all, strict=True)).get(colour, colour)


@dataclass(frozen=True)
class ReadingStyle:
    """How a reading of the comparison is marked: its sign, its word, and the name of its colours in markup.css."""

    sign: str
    word: str
    tone: str


READINGS = {
    "compatible": ReadingStyle("=", "Compatible", "compatible"),
    "same-origin": ReadingStyle("↺", "Same origin", "same-origin"),
    "different-things": ReadingStyle("+", "Different things", "beside"),
    "differ": ReadingStyle("≠", "Contradict each other", "differ"),
    "against-itself": ReadingStyle("±", "At odds with itself", "itself"),
    "one-document": ReadingStyle("1", "One document only", "one"),
    "check-wording": ReadingStyle("!", "Check the wording", "check"),
}
READING_WORDS = {reading: style.word for reading, style in READINGS.items()}
CELL_SIGNS = {
    "states": ("●", "states"),
    "no figure": ("◐", "states, without a figure"),
    "silent": ("○", "silent"),
    "odd": ("▲", "wording odd"),
    "unread": ("?", "not read yet"),
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
        return number(volume) if volume == high else f"{number(volume)}–{number(high)}"
    return f"{OPERATOR_SIGNS[operator]}{number(volume)}"


def quantity_in_words(operator: str, volume: float, high: float) -> str:
    """The same in words: "more than 1,000,000", "between 400,000 and 600,000"."""
    if operator == "range":
        exact = f"{OPERATOR_WORDS['=']} {number(volume)}"
        return exact if volume == high else f"between {number(volume)} and {number(high)}"
    return f"{OPERATOR_WORDS[operator]} {number(volume)}"


def read_by(reader: str, what: str = "") -> str:
    """What follows a number that a curator read, " (read by a curator)"; nothing follows one that a machine read."""
    return f" ({what}{READ_BY_CURATOR})" if reader == "curator" else ""


def counted(product: str, by: str) -> str:
    """What a number counts: in quotation marks if the text says so, else as the curator's word that it is."""
    own = f", counted as {product} by a curator"
    return own if product and by == "curator" else f", of “{product}”" if product else ""


def modelled(value: float) -> str:
    """A modelled number to two significant figures, for it carries no more: 790,000; 1,100,000; 7.5."""
    return number(rounding.modelled(value)) if isfinite(value) else "no value"


def modelled_range(low: float, high: float) -> str:
    """Both ends of a modelled range: "550,000–1,100,000"; one number where both are written the same."""
    first, last = modelled(low), modelled(high)
    return first if first == last else f"{first}–{last}"


def runs_of_100(probability: float) -> str:
    """A probability as runs of a hundred, "98 of 100"; never none and never all, for a model cannot know that.

    Empty if it is not known; the caller adds the word "runs" where the sentence needs it.
    """
    return rounding.runs_of_100(probability)


def likelihood(probability: float) -> str:
    """The word for a probability with its range, never one without the other: "likely (55–80%)"; empty if not known."""
    if isnan(probability):
        return ""
    probability = floor(probability * 100 + 0.5) / 100  # as runs_of_100 writes it: the same number has the same word
    if probability in (0, 1):
        return BEYOND_LIKELIHOODS[int(probability)]
    if probability < 0.5:
        return next(words for below, words in LIKELIHOODS if probability < below)
    return next(words for most, words in LIKELIHOODS if probability <= most)


def day(moment: date) -> str:
    """A day as it is written on charts: 7 Mar 2024."""
    return f"{moment.day} {month(moment)}"


def month(moment: date) -> str:
    """A month as it is written on charts: Mar 2024; years have four digits also where a calendar leaves noughts out."""
    return f"{moment:%b} {moment.year:04}"


def shortened(text: str, most: int) -> str:
    """A text at most `most` letters wide, cut at a word and marked with an ellipsis."""
    return letters.cut(text, most)
