"""Reported, modelled and notified on one line, and where they contradict each other."""

from typing import NamedTuple

from components.sentences.against_limit import one_number, times_the_limit
from components.sentences.front.known import Known
from components.sentences.limits import called
from components.sentences.model.estimate import SOMETIMES, has_limit, tension_words
from components.sentences.model.modelled import passed_in_words
from components.theme import modelled, number, runs_of_100
from data.models.quantities import FLOORS

UNLIKELY = 0.45  # of the runs: from here on it is a roughly even chance, which contradicts nothing


class Standing(NamedTuple):
    """One of the three readings on the line: whose it is, the number, and how it stands to the limit."""

    name: str
    number: str
    stands: str
    tone: str


def line(known: Known) -> list[Standing]:
    """Reported, modelled and notified beside each other; what is absent says so."""
    return [Standing(*map(known.fitting, one)) for one in (_reported(known), _modelled(known), _notified(known))]


def _reported(known: Known) -> Standing:
    row, limit = known.row, known.limit
    if row is None:
        return Standing("Reported", "no number", "", "reported")
    stands = times_the_limit(row, called(limit)) if row["comparable"] and limit else ""
    return Standing("Reported", one_number(row, known.evidence), stands, "reported")


def _modelled(known: Known) -> Standing:
    estimate = known.estimate
    if estimate is None:
        return Standing("Modelled", "nothing", "", "modelled")
    total, own = estimate.total, "" if estimate.settings.untouched else " under your own assumptions"
    passed = passed_in_words(estimate) if has_limit(estimate) else ""
    return Standing(f"Modelled{own}", f"about {modelled(total['q50'])} {known.unit()}", passed, "modelled")


def _notified(known: Known) -> Standing:
    if not known.notified:
        return Standing("Notified", "nothing in this dataset", "", "notified")
    first, limit = known.notified[0], known.limit
    stands = times_the_limit(first, called(limit)) if limit and first["comparable"] else ""
    return Standing(f"Notified by {first['detail']}", one_number(first, known.evidence), stands, "notified")


def at_odds(known: Known) -> list[str]:
    """Where reported, modelled and notified contradict each other, a sentence each; empty where they do not."""
    row, estimate, limit, told = known.row, known.estimate, known.limit, list[str]()
    if estimate is not None and row is not None and row["operator"] in FLOORS:
        above = float(estimate.total["above_reported"])
        if above < UNLIKELY:
            told.append(f"the model passes the reported {number(estimate.reported)} in only {runs_of_100(above)} runs")
    if estimate is not None:
        for _, one in estimate.disagreements.iterrows():
            if float(one[f"probability_{estimate.series}"]) < SOMETIMES:
                who, model = tension_words(one, estimate, known.evidence)
                day, _, name = who.partition(": ")
                told.append(f"{name} [{one['record_id']}]: passed {day[:1].lower()}{day[1:]}; {model}")
    own = known.evidence.case.subject.supplier
    if limit and row is not None and row["standing"] == limit.breach and known.notified:
        first = known.notified[0]
        if first["standing"] != limit.breach and first["whose"] == own:
            told.append(f"what {own} notified is {times_the_limit(first, called(limit))}")
    return [known.fitting(one) for one in told]
