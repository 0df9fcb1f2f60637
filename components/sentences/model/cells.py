"""Cells of the tables behind figures: no more digits than the page shows, days and answers in words."""

from collections.abc import Mapping
from math import floor, isinf, isnan, log10
from typing import Any

import pandas as pd

from components.sentences.model.beliefs import factor
from components.sentences.records.record import DIGITS_LEFT
from components.theme import OPERATOR_WORDS, READING_WORDS, number, runs_of_100
from data.estimate import rounding
from data.frames.rows import Row, rows_of
from data.models.dates import in_words

QUANTILES = ("q05", "q25", "q50", "q75", "q95")
MODELLED = ("volume_low", "volume_high", "middle")
OF_SERIES = ("volume", "value", "low", "high")  # modelled, or not, as their row says
OF_FACTORS = ("assumed_", "needed_", "factor_")
PARTS, PROBABILITIES = ("variance_share",), ("runs", "probability", "agree_seen", "agree_all")
WHOLE_FROM = 100
YES, NO = "yes", "no"
NO_VALUE, NO_UPPER_END = "no value", "no upper end"
WORDS: Mapping[str, Mapping[str, str]] = {
    "operator": OPERATOR_WORDS,
    "reading": READING_WORDS,
    "series": {"seen": "trips seen", "all": "all trips"},
    "detail": {"seen": "trips seen", "all": "all trips"},
    "standing": {"open": "left open"},
    "cited": {YES: "cited", NO: "quoted"},
}


def rounded(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame with the numbers of the page: the modelled to two figures, a factor to three, a share to the hundredth.

    Whole numbers have no decimals, yes and no stand for true and false, and what has no end or no value is empty.
    """
    rows = rows_of(frame)
    return pd.DataFrame({name: pd.Series([_rounded(row[name], name, row) for row in rows], dtype=object)
                         for name in frame.columns})  # fmt: skip


def a_figure(volume: float) -> float:
    """A published figure, or what follows from one for a trip, as it is shown: from a hundred on in whole units."""
    return float(round(volume)) if volume >= WHOLE_FROM else volume


def in_table(value: Any, column: str, row: Row) -> str:  # noqa: ANN401
    """A cell of a table as a reader sees it; `row` holds the whole row of its frame, by which a number is modelled."""
    if _is_answer(value):
        value = YES if value else NO
    if isinstance(value, pd.Timestamp):
        return in_words(value.date().isoformat())
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, str):
        return in_words(value) if column == "date" and value else WORDS.get(column, {}).get(value, value)
    return _number_in_words(value, column, row) if isinstance(value, float) else str(value)


def _number_in_words(value: float, column: str, row: Row) -> str:
    if column in PROBABILITIES:
        return runs_of_100(value)
    if column in PARTS:
        return rounding.percent(value) if value else "none"
    if isinf(value):
        return NO_VALUE if _is_factor(column, row) else NO_UPPER_END
    return factor(value, row["unit"]) if _is_factor(column, row) else number(_shown(value, column, row))


def _rounded(value: Any, column: str, row: Row) -> object:  # noqa: ANN401
    if _is_answer(value):
        return YES if value else NO
    if not isinstance(value, float):
        return value
    if isnan(value) or isinf(value):
        return None
    shown = _shown(value, column, row)
    return int(shown) if shown.is_integer() else float(f"{shown:.10g}")


def _shown(value: float, column: str, row: Row) -> float:
    if column in PROBABILITIES or column in PARTS:
        return rounding.share(value)
    if _is_factor(column, row):
        return rounding.factor(value, row["unit"])
    if _is_modelled(column, row):
        return rounding.modelled(value)
    if column == "volume" and "whole" in row:  # a published figure, which may follow from a division
        return a_figure(value)
    return _to_three(value) if _is_converted(column, row) and value else value


def _is_modelled(column: str, row: Row) -> bool:
    if column.startswith(QUANTILES) or column in MODELLED:
        return True
    kind = row.get("series", row.get("kind") if "subject" in row else "")
    return column in OF_SERIES and kind in ("modelled", "seen", "all")


def _is_factor(column: str, row: Row) -> bool:
    return "assumption" in row and (column.startswith(OF_FACTORS) or column in ("least", "most"))


def _is_converted(column: str, row: Row) -> bool:
    """True of what is notified in another unit, which a factor of three digits has converted."""
    if column == "converted":
        return bool(row.get("is_converted"))
    return column in OF_SERIES and row.get("about") is True and row.get("converted", True) is True


def _to_three(value: float) -> float:
    return round(value, DIGITS_LEFT - 1 - floor(log10(abs(value))))


def _is_answer(value: object) -> bool:
    return pd.api.types.is_bool(value)
