"""The factors of the formula as they are drawn, whichever series the reader looks at."""

import numpy as np
import pandas as pd

from data.estimate.draws import Array, unused_factors
from data.estimate.model import Model
from data.models.assumptions import Assumption

COLUMNS = ["assumption", "title", "unit", "q05", "q50", "q95", "used", "fixed"]


def factors_frame(model: Model) -> pd.DataFrame:
    """One row for each factor of assumptions.toml, in its order (the index: its id).

    Columns: assumption (id); title; unit (words); q05, q50, q95 (what the runs have; for the two shares of trips what
    became of the calls in each run, as in the break-even table; shares are fractions); used (it has a part under the
    reader's convention); fixed (by the reader).
    """
    rows = []
    for assumption in model.inputs.assumptions.assumptions:
        chosen = model.settings.fixed_values.get(assumption.id)
        values = _values(model, assumption) if chosen is None else np.array([chosen])
        low, middle, high = (float(value) for value in np.quantile(values, (0.05, 0.5, 0.95)))
        used = assumption.id not in unused_factors(model.settings)
        fixed = assumption.id in model.settings.fixed_values
        rows.append((assumption.id, assumption.title, assumption.unit, low, middle, high, used, fixed))
    return pd.DataFrame(rows, columns=COLUMNS).set_index("assumption", drop=False)


def _values(model: Model, assumption: Assumption) -> Array:
    if assumption.distribution == "constant":
        return np.array([assumption.central])
    return model.runs.became(assumption.id)
