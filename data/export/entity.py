"""One FollowTheMoney entity: its id, its properties in the form in which they are valid, and dates as prefixes.

Written without the library, as its cleaning (followthemoney 3.8) leaves it; the tests hold every line against it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from data.export.source import LINK, data_version
from data.models.dates import read_edtf
from data.models.evidence import Evidence
from data.models.links import Links
from data.texts.addresses import web_address

PREFIX = "bw"
LONGEST_SLUG = 60
MARKS = "~?%"
# What FollowTheMoney takes out of any text; from a name it takes quotation marks, from a place what parts its lines.
UNSAFE = re.compile(r"^\ufeff|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200d]")
QUOTED = re.compile(r"^[\"'](.*)[\"']$")
LINE_ENDS = re.compile(r"[\n\t;]|<BR/?>|ESQ\.?,")
EMPTY_PART = re.compile(r",\s?[,.]")

Entity: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """Where entities are written: the evidence they come from and the links back to it."""

    evidence: Evidence
    links: Links

    @property
    def dataset(self) -> str:
        """The case's title as FollowTheMoney names datasets, "salt_of_the_upper_vale"."""
        title = self.evidence.case.title
        latin = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "_", latin)[:LONGEST_SLUG].strip("_")
        return slug or f"case_{hashlib.sha256(title.encode()).hexdigest()[:12]}"

    @property
    def version(self) -> str:
        """The version of the data as a sentence, for notes."""
        return f"Data version {data_version(self.evidence)}."

    def id(self, kind: str, key: str) -> str:
        """A hash of the case's title, a kind and an id of the dataset: the same in every version of the data."""
        told = "\0".join((self.evidence.case.title, kind, key))
        return f"{PREFIX}-{hashlib.sha256(told.encode()).hexdigest()[:40]}"

    def entity(self, schema: str, entity_id: str, link: str, **given: str | Iterable[str | None] | None) -> Entity:
        """An entity with those properties that have a value; the link and the version stand beside them as well."""
        properties: dict[str, list[str]] = {}
        for name, values in given.items():
            several = (values,) if values is None or isinstance(values, str) else values
            written = dict.fromkeys(_written(name, value) for value in several if value)
            if kept := [value for value in written if value]:
                properties[name] = kept
        about = {"datasets": [self.dataset], "referents": [], LINK: link, "data_version": data_version(self.evidence)}
        return {"id": entity_id, "schema": schema, "properties": properties} | about


def prefix_dates(edtf_text: str) -> dict[str, str]:
    """A date as properties of FollowTheMoney: `date` if it is one day, month or year, else the ends that are known.

    "2024-03" is a date; "2024-03~" runs from 2024-02 to 2024-04; "2024-03/.." has only a start; "XXXX-06" has nothing.
    """
    edtf = read_edtf(edtf_text)
    if edtf.form == "date" and not edtf.approximate:
        return {"date": edtf_text.rstrip(MARKS)}
    first, last = edtf_text, edtf_text
    if edtf.form in ("interval", "one of"):
        first, last = edtf_text.strip("[]").split("/" if edtf.form == "interval" else "..", 1)
    ends = {"startDate": (edtf.earliest, first), "endDate": (edtf.latest, last)}
    return {name: day.isoformat()[: len(part.rstrip(MARKS))] for name, (day, part) in ends.items() if day}


def _written(name: str, value: str) -> str:
    if name == "sourceUrl":
        return web_address(value)
    cleaned = {"name": _name, "previousName": _name, "location": _place}.get(name, _text)
    # Marks may stand within marks: only when nothing changes any more will the next cleaning leave it alone.
    while (told := cleaned(value)) != value:
        value = told
    return value


def _text(value: str) -> str:
    return UNSAFE.sub("", unicodedata.normalize("NFC", value)).strip()


def _name(value: str) -> str:
    return " ".join(QUOTED.sub(r"\1", _text(value)).split())


def _place(value: str) -> str:
    return " ".join(EMPTY_PART.sub(", ", LINE_ENDS.sub(", ", _text(value))).split())
