"""Absolute addresses of the app's views, with what the reader has chosen and the data they were seen on."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode, urlsplit

LOCAL = "http://localhost:8501"
DATA = "data"
FINGERPRINT_CHARACTERS = 12
BASE = re.compile(r"https?://[^\s?#]+")
HERE_ONLY = "opens on this computer alone: nobody else can follow it"
LOOPBACK = re.compile(r"localhost\.?|.*\.localhost\.?|127(\.\d+){0,3}|0\.0\.0\.0|::1|::|::ffff:127\..*")


def is_base(address: str) -> bool:
    """True for an address under which the app may be served: http or https, without a query."""
    return bool(BASE.fullmatch(address))


def opens_here_only(address: str) -> bool:
    """True for an address that leads every computer to itself, such as localhost: as a citation it is worth nothing."""
    try:
        host = urlsplit(address).hostname
    except ValueError:  # no address at all; whoever made it says so
        return False
    return bool(LOOPBACK.fullmatch(host or ""))


def taken_along(links: "Links") -> "Links":
    """The same for what leaves this computer: an address that leads every computer to itself is left out.

    What is left, "/record?record=S1&data=0123456789ab", is put behind the address of any copy with these data.
    """
    return replace(links, base="") if opens_here_only(links.base) else links


@dataclass(frozen=True)
class Links:
    """Where the app is served, the query parameters that links keep, and the fingerprint of the data.

    `known` says for each page which parameters mean something there: a link keeps only those. Without it, and for a
    page that it does not name, all are kept.
    """

    base: str = LOCAL
    fingerprint: str = ""
    kept: Mapping[str, str | list[str]] = field(default_factory=dict)
    known: Mapping[str, Collection[str]] = field(default_factory=dict)

    def to(self, page: str, **query: str | list[str]) -> str:
        """The address of a page (its first one under an empty name) with a query; what is None or empty is left out."""
        names = self.known.get(page, self.kept)
        kept = {name: value for name, value in self.kept.items() if name in names}
        given = {name: value for name, value in {**kept, **query}.items() if value}
        if self.fingerprint:
            given[DATA] = self.fingerprint[:FINGERPRINT_CHARACTERS]
        address = f"{self.base.rstrip('/')}/{page}"
        return f"{address}?{urlencode(given, doseq=True)}" if given else address
