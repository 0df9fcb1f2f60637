"""Citing a view: the link that names its data and numbers, and the citation that goes beside it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from math import isnan, nan
from typing import NamedTuple

from components.letters import capital
from components.sentences.model.own import own_name, own_sentence, own_words
from components.sentences.sourced import Source
from data.estimate import rounding
from data.frames.newest import how_new
from data.models.assumptions import CHOICES, Settings
from data.models.changes import Headline
from data.models.dates import MONTHS
from data.models.evidence import Evidence
from data.models.links import DATA, FINGERPRINT_CHARACTERS, Links, opens_here_only

SAID, SEAL = "said", "seal"
# What a cited link says of its data; whatever a reader chooses himself makes another view, without them.
CITING = (DATA, SAID, SEAL)
# The parameters that numbers depend on: what a reader opens or filters leaves them as they are.
BEARING = ("volume", *CHOICES)
SEAL_CHARACTERS = 12
WITH_NUMBERS = ("", "volumes", "estimate", "method")  # pages that show the headline's numbers
OPERATORS = {"=": "eq", ">": "gt", ">=": "ge", "<": "lt", "<=": "le", "~": "ab", "range": "to"}
NUMBER = r"(\d{1,16}(?:\.\d{1,12})?)"
UNIT = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
REPORTED = re.compile(rf"r-({'|'.join(OPERATORS.values())})-{NUMBER}(?:-{NUMBER})?-{UNIT}", re.ASCII)
LIMIT = re.compile(rf"l-{NUMBER}-{UNIT}", re.ASCII)
MODEL = re.compile(rf"m-{NUMBER}-{NUMBER}-{NUMBER}-{UNIT}", re.ASCII)
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


@dataclass(frozen=True)
class CitedLinks(Links):
    """Links that name the numbers of a view too, wherever they lead to a page that shows them."""

    headline: Headline = field(default_factory=Headline)

    def to(self, page: str, **query: str | list[str]) -> str:
        """The address of a page with its query; of one with numbers, sealed with them."""
        if page not in WITH_NUMBERS:
            return super().to(page, **query)
        names = self.known.get(page, self.kept)
        kept = {name: value for name, value in {**self.kept, **query}.items() if name in names or name in query}
        return cited_link(Links(self.base, self.fingerprint, kept), page, self.headline)


def cited_link(links: Links, page: str, headline: Headline) -> str:
    """The address of a view with the fingerprint of its data, the numbers it shows, and a seal over both.

    Where no data are read, the address alone.
    """
    if not links.fingerprint:  # nothing is read: there are no data to be named
        return links.to(page)
    said = _said(headline)
    query = {name: [value] if isinstance(value, str) else value for name, value in links.kept.items()} | {SAID: [said]}
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


def citation(
    evidence: Evidence,
    title: str,
    link: str,
    today: date | None,
    source: Source | None = None,
    settings: Settings = Settings(),  # noqa: B008 - frozen, and all as sourced
    edition: str = "",
) -> Citation:
    """How to cite a view: as a sentence, as a footnote, and as a BibTeX entry; `today` is the day it was looked at.

    `source` is what a claim or fact that is open in the view rests on: it is cited first. What is a reader's own stands
    in all three and in the key. `edition` is the file name of a frozen edition, which is named with page and card
    instead of the link, and without a day (None), since it never changes. An address that only this computer knows is
    no address for anybody else: dataset and fingerprint stand alone.
    """
    case = evidence.case
    short = evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    dataset = f"Dataset {case.version}" + (f" (fingerprint {short})" if short else "")
    as_of, own = how_new(evidence), own_sentence(settings, evidence)
    view = f"{case.title}: {title}.{f' {own}' if own else ''}"
    public = "" if edition or opens_here_only(link) else link
    where = _in_edition(edition, title, source) if edition else public
    day = f" (accessed {long_day(today)})" if today else ""
    looked = f"{dataset}, {as_of}{f'. {where}' if where else ''}{day}."
    aside = f", not as sourced: {own_words(settings, evidence)} (a reader’s)" if own else ""
    data = f"dataset {case.version}" if public else f"d{dataset[1:]}"  # a link names the fingerprint
    named = ", ".join(filter(None, [f"Barrelwatch, “{title}”{aside}", data, as_of, where])) + "."
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "view"
    key = "-".join(filter(None, ["barrelwatch", slug, own_name(settings, evidence), short or "data"]))
    accessed = f"Accessed {long_day(today)}" if today else ""
    note = ". ".join(filter(None, [f"{f'{own} ' if own else ''}{dataset}, {as_of}", accessed]))
    if source is None:
        fields = {"author": "Barrelwatch", "title": f"{case.title}: {title}", "year": str(case.as_of.year)}
        fields |= {"month": str(case.as_of.month), "note": f"{note}. {where}" if edition else note}
        return Citation(f"Barrelwatch. {view} {looked}", named, _entry(key, fields, public, today))
    through = f"{source.verb.capitalize()} as {source.id} in Barrelwatch"
    told = [source.dated, source.place, source.origin, through, f"{case.title}: {title}", note, where]
    said = ". ".join(capital(part) for part in told if part)
    fields = {"author": source.author, "title": source.title, "year": source.year, "note": said}
    return Citation(
        f"{source.in_full()} {through}. {view} {looked}",
        f"{source.in_short()}; {source.verb} as {source.id} in {named}",
        _entry(f"{key}-{source.id}", fields, source.address or public, today),
    )


def citing_in(edition: str, evidence: Evidence) -> Callable[[Source, str], str]:
    """What gives the sentence of `citation` for a source on a page of an edition, for whoever cites all of them.

    What is the same for each is put together once.
    """
    case, short = evidence.case, evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    data = f"Dataset {case.version}{f' (fingerprint {short})' if short else ''}, {how_new(evidence)}"

    def cited(source: Source, title: str) -> str:
        through = f"{source.verb.capitalize()} as {source.id} in Barrelwatch"
        return f"{source.in_full()} {through}. {case.title}: {title}. {data}. {_in_edition(edition, title, source)}."

    return cited


def _in_edition(edition: str, title: str, source: Source | None) -> str:
    """Where it stands in a frozen edition: "Edition barrelwatch-1.2.0-0123456789ab.html, page Record, card S1"."""
    return ", ".join([f"Edition {edition}", f"page {title}", *([f"card {source.id}"] if source else [])])


def _entry(key: str, fields: Mapping[str, str], url: str, today: date | None) -> str:
    """A BibTeX entry; author and title are kept as they are written, and what is empty is left out."""
    whole = {
        name: f"{{{_latex(value)}}}" if name in ("author", "title") else _latex(value) for name, value in fields.items()
    }
    whole |= {"url": url, "urldate": today.isoformat() if url and today else ""}
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in whole.items() if value)
    return f"@misc{{{key},\n{body}\n}}"


def long_day(moment: date) -> str:
    """A day as it stands in a citation: 22 November 2026."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year:04}"


def _said(headline: Headline) -> str:
    """A headline as it stands in a link, modelled numbers rounded as they are shown."""
    parts = []
    if headline.operator:
        numbers = [headline.reported] if isnan(headline.high) else [headline.reported, headline.high]
        told = "-".join(_digits(number) for number in numbers)
        parts.append(f"r-{OPERATORS[headline.operator]}-{told}-{headline.unit}")
    if not isnan(headline.limit):
        parts.append(f"l-{_digits(headline.limit)}-{headline.limit_unit}")
    if not isnan(headline.q50):
        rounded = map(rounding.modelled, (headline.q05, headline.q50, headline.q95))
        parts.append(f"m-{'-'.join(map(_digits, rounded))}-{headline.limit_unit}")
    if not isnan(headline.above):
        parts.append(f"a-{rounding.share(headline.above):.2f}")
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
            found = found._replace(limit=float(match[1]), limit_unit=match[2])
        elif match := MODEL.fullmatch(part):
            low, middle, high = (float(match[place]) for place in (1, 2, 3))
            found = found._replace(q05=low, q50=middle, q95=high, limit_unit=match[4])
        elif match := ABOVE.fullmatch(part):
            found = found._replace(above=float(match[1]))
        else:
            return None
    return found


def _seal(query: Query) -> str:
    told = [f"{name}={value}" for name in sorted((DATA, SAID, *BEARING)) for value in query.get(name, ())]
    return sha256("\n".join(told).encode()).hexdigest()[:SEAL_CHARACTERS]


def _digits(number: float) -> str:
    return f"{number:.12f}".rstrip("0").rstrip(".")


def _latex(text: str) -> str:
    return "".join(LATEX.get(char, char) for char in text)
