"""Rows -> a frame and back, in the shortest way: over few rows the one that pandas has takes several times as long."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from data.models.evidence import Evidence

Row: TypeAlias = Mapping[Any, Any]
DAY = "datetime64[s]"
TEXT: Any = pd.StringDtype(na_value=float("nan"))  # what pandas calls "str"
# What pandas makes of entries, and numpy cannot, or of days only in twenty times as long.
EXTENDED = {"text": TEXT, "Int64": pd.Int64Dtype(), DAY: DAY}


def made_once(make: Callable[[Evidence], pd.DataFrame]) -> Callable[[Evidence], pd.DataFrame]:
    """Let a function that makes a frame make it once for an evidence, which keeps it; read-only, for all share it.

    Sentences, figures and the estimate each ask for the same few frames.
    """

    @wraps(make)
    def made(evidence: Evidence) -> pd.DataFrame:
        held = vars(evidence)  # where its cached properties are too
        if make.__name__ not in held:
            held[make.__name__] = make(evidence)
        frame: pd.DataFrame = held[make.__name__]
        return frame

    return made


def framed(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], kinds: Mapping[str, str]) -> pd.DataFrame:
    """A frame of some rows with these columns, each of its dtype in `kinds`, or of text; also where there is no row.

    None is NaN among texts and numbers, NaT among days. Raises KeyError for a row that lacks a column.
    """
    return pd.DataFrame({name: _typed([row[name] for row in rows], kinds.get(name, "text")) for name in columns})


def rows_of(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    """The rows of a frame by column name, in plain values; days are timestamps."""
    names = list(frame.columns)
    return [dict(zip(names, cells, strict=True)) for cells in frame.to_numpy(dtype=object).tolist()]


def _typed(cells: Sequence[Any], kind: str) -> Any:  # noqa: ANN401
    if kind in EXTENDED:
        return pd.array(cells, dtype=EXTENDED[kind])
    # Tuples of one length would be taken for a table.
    return np.fromiter(cells, dtype=object, count=len(cells)) if kind == "object" else np.array(cells, dtype=kind)
