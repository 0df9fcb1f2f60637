"""Golden figures: what was looked at once and found good. `BARRELWATCH_GOLDEN=renew pytest` writes them anew."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go

GOLDEN = Path(__file__).parent / "golden"


def matches_golden(figure: go.Figure, name: str) -> bool:
    """True if a figure is the one that was looked at; numbers to four places."""
    path = GOLDEN / f"{name}.json"
    drawn = json.dumps(_plain(figure.to_plotly_json()), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if os.environ.get("BARRELWATCH_GOLDEN") == "renew":
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8") == drawn


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, date):
        return value.isoformat()
    return value
