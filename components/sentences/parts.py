"""A number that counts for a part of the limit's period: the words that keep it from being taken for the whole."""

from calendar import monthrange
from datetime import date

from components.sentences.row import Row
from data.models.dates import MONTHS, in_words, read_edtf
from data.models.quantities import FLOORS


def window_in_words(edtf_text: str) -> str:
    """A date as a person writes it, whole months by their names: "January to November 2024"."""
    edtf = read_edtf(edtf_text)
    first, last = edtf.earliest, edtf.latest
    certain = edtf.form == "interval" and not (edtf.approximate or edtf.uncertain or edtf.precision == "year")
    if not certain or first is None or last is None or first.day > 1 or last.day < _days_of(last):
        return in_words(edtf_text)
    begins, ends = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{begins} {first.year} to {ends}"
    return ends if first.month == last.month else f"{begins} to {ends}"


def alone(row: Row) -> str:
    """What is said behind the share of a limit that a part of its period makes: " in January 2024 alone".

    Empty for a whole period; and for a floor above the limit: what a part exceeds, the whole exceeds too.
    """
    if row["covers"] != "part" or (row["operator"] in FLOORS and row["standing"] == "above"):
        return ""
    edtf, window = read_edtf(row["date"]), window_in_words(row["date"])
    if edtf.form == "one of":
        return f" {window} alone"
    way = "on" if edtf.single_day else "from" if edtf.form == "interval" and " to " in window else "in"
    return f" {way} {window} alone"


def _days_of(day: date) -> int:
    return monthrange(day.year, day.month)[1]
