"""Citing a view: the link that names its data and numbers, and the citation that goes beside it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from math import isnan, nan
from typing import NamedTuple

from components.theme import modelled
from data.assumptions import FACTORS
from data.changes import Headline
from data.dates import MONTHS
from data.evidence import Evidence
from data.links import DATA, FINGERPRINT_CHARACTERS, Links

SAID, SEAL = "said", "seal"
CITING = (DATA, SAID, SEAL)
# The parameters that numbers depend on: what a reader opens or filters leaves them as they are.
BEARING = ("volume", "convention", "count", "trips", "unseen", *FACTORS)
SEAL_CHARACTERS = 12
OPERATORS = {"=": "eq", ">": "gt", ">=": "ge", "<": "lt", "<=": "le", "~": "ab", "range": "to"}
NUMBER = r"(\d{1,15}(?:\.\d{1,6})?)"
UNIT = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
REPORTED = re.compile(rf"r-({'|'.join(OPERATORS.values())})-{NUMBER}(?:-{NUMBER})?-{UNIT}", re.ASCII)
LIMIT = re.compile(rf"l-{NUMBER}", re.ASCII)
MODEL = re.compile(rf"m-{NUMBER}-{NUMBER}-{NUMBER}", re.ASCII)
ABOVE = re.compile(r"a-(0(?:\.\d\d?)?|1(?:\.00?)?)", re.ASCII)
LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "{}%&#$_"
}
Query = Mapping[str, Sequence[str]]


class Cited(NamedTuple):
    """What a link says of the view it was made from: the beginning of the data's fingerprint, and its numbers."""

    fingerprint: str
    headline: Headline | None


class Altered(NamedTuple):
    """A link that is not as it was made, and why that can be seen."""

    why: str


class Citation(NamedTuple):
    """A citation in the forms that people paste."""

    plain: str
    footnote: str
    bibtex: str


def cited_link(links: Links, page: str, headline: Headline) -> str:
    """The address of a view with the fingerprint of its data, the numbers it shows, and a seal over both."""
    said = _said(headline)
    query = {name: _list(value) for name, value in links.kept.items()} | {SAID: [said]}
    data = links.fingerprint[:FINGERPRINT_CHARACTERS]
    return links.to(page, **{SAID: said, SEAL: _seal(query | {DATA: [data]})})


def cited_in(query: Query) -> Cited | Altered | None:
    """What the query of an address says of the data it was cited on; None if it says nothing."""
    data, said, seal = (query.get(name, [""])[0] if query.get(name) else "" for name in CITING)
    if not (data or said or seal):
        return None
    if not re.fullmatch(r"[0-9a-f]{8,64}", data, re.ASCII):
        return Altered("it names no data, or names them in a form that nobody knows")
    if not (said or seal):
        return Cited(data, None)
    if seal != _seal(query):
        return Altered("its seal does not fit its numbers and assumptions")
    headline = _headline(said)
    return Altered("its numbers cannot be read") if headline is None else Cited(data, headline)


def as_said(headline: Headline) -> Headline:
    """A headline with its numbers rounded as they are shown, which is how a link says them."""
    return _headline(_said(headline)) or Headline()


def citation(evidence: Evidence, title: str, link: str, today: date) -> Citation:
    """How to cite a view: as a sentence, as a footnote, and as a BibTeX entry; `today` is the day it was looked at."""
    case = evidence.case
    short = evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    dataset = f"Dataset {case.version}" + (f" (fingerprint {short})" if short else "")
    as_of = f"as of {long_day(case.as_of)}"
    plain = f"Barrelwatch. {case.title}: {title}. {dataset}, {as_of}. {link} (accessed {long_day(today)})."
    footnote = f"Barrelwatch, “{title}”, dataset {case.version}, {as_of}, {link}."
    note = _latex(f"{dataset}, {as_of}. Accessed {long_day(today)}")
    entries = {
        "author": "{Barrelwatch}",
        "title": f"{{{_latex(f'{case.title}: {title}')}}}",
        "year": str(case.as_of.year),
        "month": str(case.as_of.month),
        "note": note,
        "url": link,
        "urldate": today.isoformat(),
    }
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "view"
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in entries.items())
    return Citation(plain, footnote, f"@misc{{barrelwatch-{slug}-{short or 'data'},\n{body}\n}}")


def long_day(moment: date) -> str:
    """A day as it stands in a citation: 22 November 2026."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _said(headline: Headline) -> str:
    """A headline as it stands in a link, modelled numbers rounded as they are shown."""
    parts = []
    if headline.operator:
        numbers = [headline.reported] if isnan(headline.high) else [headline.reported, headline.high]
        told = "-".join(_digits(number) for number in numbers)
        parts.append(f"r-{OPERATORS[headline.operator]}-{told}-{headline.unit}")
    if not isnan(headline.limit):
        parts.append(f"l-{_digits(headline.limit)}")
    if not isnan(headline.q50):
        rounded = (float(modelled(number).replace(",", "")) for number in (headline.q05, headline.q50, headline.q95))
        parts.append(f"m-{'-'.join(_digits(number) for number in rounded)}")
    if not isnan(headline.above):
        parts.append(f"a-{headline.above:.2f}")
    return "_".join(parts) or "nothing"


def _headline(said: str) -> Headline | None:
    if said == "nothing":
        return Headline()
    found = Headline()
    for part in said.split("_"):
        if match := REPORTED.fullmatch(part):
            operator = next(sign for sign, word in OPERATORS.items() if word == match[1])
            high = float(match[3]) if match[3] else nan
            found = found._replace(operator=operator, reported=float(match[2]), high=high, unit=match[4])
        elif match := LIMIT.fullmatch(part):
            found = found._replace(limit=float(match[1]))
        elif match := MODEL.fullmatch(part):
            found = found._replace(q05=float(match[1]), q50=float(match[2]), q95=float(match[3]))
        elif match := ABOVE.fullmatch(part):
            found = found._replace(above=float(match[1]))
        else:
            return None
    return found


def _seal(query: Query) -> str:
    told = [f"{name}={value}" for name in sorted((DATA, SAID, *BEARING)) for value in query.get(name, ())]
    return sha256("\n".join(told).encode()).hexdigest()[:SEAL_CHARACTERS]


def _digits(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _latex(text: str) -> str:
    return "".join(LATEX.get(char, char) for char in text)
