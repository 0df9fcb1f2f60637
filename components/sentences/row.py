"""What sentences are made from."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import pandas as pd

Row: TypeAlias = pd.Series | Mapping[Any, Any]
"""A row of a volumes frame."""
