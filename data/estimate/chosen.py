"""A reader's assumptions as an address holds them: which values mean something, and the settings that they make."""

import re
from collections.abc import Collection, Iterator, Mapping
from math import floor, log10
from urllib.parse import parse_qs, urlsplit

from data.files.problems import shown
from data.models.assumptions import CHOICES, MOVED, Assumption, Settings, TripMode
from data.models.evidence import Evidence

MOST_TRIPS = 10_000
LONGEST_NUMBER = 9  # digits that are looked at, and one more
GROUPED = re.compile(r"[^\D0]\d{0,2}(?:[,\s]\d{3})+")  # thousands parted; before a comma behind 0 stands no thousand
TRIP_MODES: Mapping[str, TripMode] = {"": "counted", "floor": "floor", "rounded": "rounded", "open": "open"}
SWITCHES: Mapping[str, tuple[str, ...]] = {
    "counted": ("alone",),
    "unseen": ("off", "on"),  # on was the other one while counted trips alone were the default
    "convention": ("committee",),
    "laden": ("deadweight",),
    "trips": ("floor", "rounded", "open"),
}


class NoView(ValueError):
    """A link whose assumptions mean nothing here: what is wrong with it, and what to do."""


class WholeNumbers(Collection[str]):
    """The whole numbers from 0 to a greatest one, in digits."""

    def __init__(self, most: int) -> None:
        self._most = most

    def __contains__(self, text: object) -> bool:
        return (
            isinstance(text, str)
            and text.isascii()
            and text.isdigit()
            and len(text) < LONGEST_NUMBER
            and int(text) <= self._most
        )

    def __iter__(self) -> Iterator[str]:
        return (str(number) for number in range(self._most + 1))

    def __len__(self) -> int:
        return self._most + 1


def whole_number(typed: str) -> str:
    """A whole number as people type it, in any script, with blanks around and commas in it; other words as they are."""
    plain = typed.strip()
    if GROUPED.fullmatch(plain):
        plain = re.sub(r"[,\s]", "", plain)
    return str(int(plain)) if plain.isdecimal() and len(plain) < LONGEST_NUMBER else typed


def assumption_values(evidence: Evidence) -> dict[str, Collection[str]]:
    """Query parameters of the reader's assumptions and the values that mean something; none without assumptions."""
    if evidence.assumptions is None:
        return {}
    values: dict[str, Collection[str]] = {"count": WholeNumbers(MOST_TRIPS)}
    values |= SWITCHES
    values |= {one.id: steps(one) for one in evidence.assumptions.assumptions}
    return values


def settings_of(chosen: Mapping[str, str]) -> Settings:
    """The settings that values of query parameters make; every one is of those that `assumption_values` gives."""
    return Settings(
        trips=TRIP_MODES.get(chosen.get("trips", ""), "counted"),
        count=int(chosen["count"]) if "count" in chosen else None,
        unseen=chosen.get("unseen") != "off",
        alone="counted" in chosen,
        convention="committee" if "convention" in chosen else "physical",
        laden="deadweight" if "laden" in chosen else "cargo",
        fixed=tuple((name, float(chosen[name])) for name in MOVED if name in chosen),
    )


def chosen_in(link: str, evidence: Evidence) -> dict[str, str]:
    """The assumptions that the link of a view holds, by parameter; raises NoView for one that means nothing."""
    try:
        query = parse_qs(urlsplit(link).query)
    except ValueError:
        raise NoView(f"{shown(link)}: this is no link. Copy one whole from the browser.") from None
    chosen, allowed = (
        {name: values[0] for name, values in query.items() if name in CHOICES},
        assumption_values(evidence),
    )
    for name, value in chosen.items():
        if value not in allowed.get(name, ()):
            remedy = "Copy the link anew from a view of these data, or take this part out of it."
            raise NoView(f"{shown(f'{name}={value}')}: the case has no such assumption. {remedy}")
    return chosen


def steps(assumption: Assumption) -> list[str]:
    """The values of a control as they stand in the address, from least to most."""
    places = max(0, -floor(log10(assumption.step)) + 1)
    count = int((assumption.most - assumption.least) / assumption.step + 1e-9)
    values = [assumption.least + place * assumption.step for place in range(count + 1)]
    return list(dict.fromkeys(f"{round(value, places):g}" for value in values))


def steps_around(assumption: Assumption, middle: float) -> list[str]:
    """The same with the sourced distribution, which is an empty text, where its median lies: one step from its ends."""
    values = steps(assumption)
    place = sum(float(value) <= middle for value in values)
    return [*values[:place], "", *values[place:]]
