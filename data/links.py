"""Absolute addresses of the app's views, with what the reader has chosen and the data they were seen on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

LOCAL = "http://localhost:8501"
DATA = "data"
FINGERPRINT_CHARACTERS = 12


@dataclass(frozen=True)
class Links:
    """Where the app is served, the query parameters every link keeps, and the fingerprint of the data."""

    base: str = LOCAL
    fingerprint: str = ""
    kept: Mapping[str, str | list[str]] = field(default_factory=dict)

    def to(self, page: str, **query: str | list[str]) -> str:
        """The address of a page (its first one under an empty name) with a query; what is None or empty is left out."""
        given = {name: value for name, value in {**self.kept, **query}.items() if value}
        if self.fingerprint:
            given[DATA] = self.fingerprint[:FINGERPRINT_CHARACTERS]
        address = f"{self.base.rstrip('/')}/{page}"
        return f"{address}?{urlencode(given, doseq=True)}" if given else address
