"""What the volumes say against the limit, in words; a number never stands without its operator."""

from math import ceil, floor, isfinite

import pandas as pd

from components.letters import capital
from components.sentences.limits import SHORTEST_YEAR, alone, called, period_in_words, window_in_words
from components.sentences.publication import behind, by_label
from components.sentences.row import Row
from components.theme import OPERATOR_WORDS, modelled, modelled_range, number, quantity, quantity_in_words, read_by
from data.models.dates import read_edtf
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.quantities import CEILINGS, FLOORS
from data.models.record import EVERYBODY
from data.proof.read_by import limit_read_by
from data.reading.questions import documents_unread

TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times", 6: "six times", 10: "ten times"}
LEAST_SHARE, LESS = 0.01, "less than 1%"  # of the limit; what is less has no share worth a figure
PARTS = {0.5: "half", 0.25: "a quarter of", 0.75: "three quarters of"}


def times_the_limit(row: Row, limit: str) -> str:
    """How a volume stands to the limit, named as `called` does: "more than twice the annual cap", "none, as …".

    Of a part of the period it says so: "3.1% of the annual cap in January 2024 alone"; and of what is below a minimum
    first of all that: "below the least store, at 70% of it".
    """
    if float(row["limit_volume"]) == 0:
        return f"{_to_none(row, limit)}{alone(row)}"
    times = f"{_times(row, limit)}{alone(row)}"
    if row["standing"] != "below" or times.startswith("just "):
        return times
    return f"below the {limit}, at {times.replace(f'the {limit}', 'it').replace('half it', 'half of it')}"


def _with_its_value(row: Row, limit: Limit, evidence: Evidence) -> str:
    """How a volume stands to the limit, with the limit's value and what states it."""
    value = limit_in_words(limit, evidence)
    told = times_the_limit(row, called(limit))
    return f"{told} ({value})" if limit.allows_none or row["standing"] == "below" else f"{told} of {value}"


def _to_none(row: Row, limit: str) -> str:
    """How a volume stands to a limit that allows none, of which nothing is any number of times."""
    if row["standing"] == "above":
        return f"above the {limit}, which allows none"
    if row["high"] == 0:
        return f"none, as the {limit} asks"
    return f"not shown to be more than none, which is all that the {limit} allows"


def _times(row: Row, called: str) -> str:
    limit, operator, annual = float(row["limit_volume"]), row["operator"], f"the {called}"
    if operator == "range" and row["low"] != row["high"]:
        return f"{_between(row['low'] / limit, row['high'] / limit)} {annual}"
    operator = "=" if operator == "range" else operator
    ratio, prefix = row["volume"] / limit, OPERATOR_WORDS[operator]
    if ratio == 1:
        return f"{prefix} {annual}"
    if 0 < ratio < LEAST_SHARE:
        floor = f"{prefix} {number(row['volume'])}, which alone is " if operator in FLOORS else ""
        return f"{floor}{LESS} of {annual}"
    words = f"{_ratio_in_words(ratio, operator)} {annual}"
    if words.startswith("just "):
        return words if operator == "=" else f"{prefix} {number(row['volume'])}, {words}"
    return words if operator == "=" else f"{prefix} {words}"


def _between(low: float, high: float) -> str:
    """A range of shares of the limit: "between 0.8 and 1.4 times"; of two that are written alike the one."""
    if high < LEAST_SHARE:
        return f"{LESS} of"
    first, last = _bare(low, ">="), _bare(high, "<=")
    if first == last:
        return f"about {first} times"
    return f"between {first} and {last} times" if first != "0" else f"at most {last} times"


def scale_in_words(times: int, limit_name: str) -> str:
    """How far a scale goes: "Scale: six times the cap", "Scale: 100 times the cap"."""
    return f"Scale: {times_in_words(times)} the {limit_name}"


def times_in_words(times: int) -> str:
    """A whole multiple in words: "six times", "100 times"."""
    return TIMES.get(times, f"{times:,} times")


def reported_headline(row: pd.Series | None, evidence: Evidence) -> str:
    """The finding of the gauge: "Reported salt deliveries are more than twice the annual cap"."""
    deliveries, limit = evidence.case.subject.deliveries, evidence.headline_limit
    if row is None:
        absent = f"{no_document(evidence)} gives a number for {deliveries}"
        return absent if evidence.complete else f"What is reported of {deliveries} is withheld or absent"
    if not row["comparable"] or limit is None:
        return f"Reported {deliveries} cannot be set against {against_what(row, evidence)}"
    others = f" of {_giver(row, evidence)}" if row["whose"] not in ("", evidence.case.subject.supplier) else ""
    return f"Reported {deliveries}{others} are {times_the_limit(row, called(limit))}"


def volumes_title(evidence: Evidence) -> str:
    """What the page is called: unit and limit in the case's words, "Tonnes against the cap"."""
    limit = evidence.headline_limit
    return (
        f"{units(evidence, limit.unit, 2).capitalize()} against the {limit.name}"
        if limit
        else "Volumes against the limit"
    )


def overview_sentence(row: pd.Series | None, evidence: Evidence, documents_with_number: int) -> str:
    """The one sentence of the first page, with the claims in square brackets."""
    subject, limit = evidence.case.subject, evidence.headline_limit
    if row is None:
        way = f"from {subject.supplier} to {subject.recipient}"
        if not evidence.complete:
            return f"No sound number for {subject.deliveries} {way} can be shown until the data are mended."
        no_one = no_document(evidence) if evidence.current_documents else "There is no document yet that"
        return f"{no_one} gives a number for {subject.deliveries} {way}."
    unit = counted_in(row, evidence)
    what = read_by(row["number_read_by"])
    if row["product"] and row["product"] not in (unit, units(evidence, row["unit"], 2)):
        own = row["product_by"] == "curator"
        what += f", which a curator counts as {row['product']}," if own else f" of {row['product']}"
    when = f" for {year_in_words(row)}" if not pd.isna(row["year"]) else ""
    how_much = f"{step_words(row['change'])}{quantity_in_words(row['operator'], row['volume'], row['high'])}"
    sentence = (
        f"{capital(by_label(row['document'], evidence))} reports {how_much} {unit}{what}"
        f"{when} from {_giver(row, evidence)} to {subject.recipient} {refs(row['claim_ids'])}"
    )
    if after := behind(evidence.claim_by_id[row["claim_ids"][0]], evidence):
        sentence += f", {after}"
    if row["comparable"] and limit:
        sentence += f": {_with_its_value(row, limit, evidence)}"
    else:
        sentence += f"; it is not set against {against_what(row, evidence)}, because {why_not_compared(row, evidence)}"
    others = len(evidence.current_documents) - documents_with_number
    if documents_with_number == 1 and others and evidence.complete:
        sentence += f"; no other document{_read_so_far(evidence)} gives a number"
    return f"{sentence}."


def own_limit(row: Row, evidence: Evidence) -> Limit | None:
    """The limit against which a row stands that the case's limit does not cover; None of any other row."""
    if row["comparable"] or not row["limit_id"]:
        return None
    return next((limit for limit in evidence.limits if limit.limit_id == row["limit_id"]), None)


def against_what(row: Row, evidence: Evidence) -> str:
    """What a number is not set against: the case's limit if it stands against another, else any limit."""
    limit = evidence.headline_limit
    return f"the {limit.name}" if limit and own_limit(row, evidence) else "a limit"


def why_not_compared(row: Row, evidence: Evidence) -> str:
    """Why a number is not set against the case's limit, and how it stands to its own if it has one."""
    own = own_limit(row, evidence)
    stands = f"; it is {_with_its_value(row, own, evidence)}" if own else ""
    return f"{row['why_not']}{stands}"


def year_in_words(row: Row) -> str:
    """The time a volume counts for: the year of its date, or the limit's period, "2023/24", where the date spans two.

    Of a reported part of a period it is that part, "January 2024", and of a level its day; what is notified names its
    part as its detail.
    """
    if row["series"] == "reported" and row["covers"] != "period":  # of a level, which covers no period, its own day
        return window_in_words(row["date"])
    if (row["period_end"] - row["period_start"]).days < SHORTEST_YEAR:
        return period_in_words(row["period_start"], row["period_end"])
    edtf = read_edtf(row["date"])
    first, last = edtf.earliest, edtf.latest
    if first is None or last is None or first.year != last.year:
        first, last = row["period_start"], row["period_end"]
    return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year % 100:02}"


def limit_in_words(limit: Limit, evidence: Evidence) -> str:
    """The limit with its unit and what states it: "500 tonnes [S01]", or the records where no claim does."""
    stated = limit.claims or limit.records
    value = f"{number(limit.value)} {units(evidence, limit.unit, limit.value)}"
    return f"{value}{read_by(limit_read_by(limit, evidence))}{f' {refs(stated)}' if stated else ''}"


def scope_sentence(row: pd.Series | None, limit: Limit | None) -> str:
    """Says when the claim's product is not the limit's; empty when they agree or nothing is compared."""
    if row is None or limit is None or not row["comparable"]:
        return ""
    if not row["product"]:
        return f"The text does not say which product it counts; the {limit.name} covers {limit.product}."
    if row["product"].casefold() == limit.product.casefold():
        own = f"The number is counted as {row['product']} by a curator; the text does not say it."
        return own if row["product_by"] == "curator" else ""
    own = row["product_by"] == "curator"
    said = f"A curator counts it as {row['product']}" if own else f"The text says “{row['product']}”"
    return f"{said}; the {limit.name} covers {limit.product}, {limit.suppliers}."


def window_sentence(row: pd.Series | None, evidence: Evidence) -> str:
    """Says over which time the number counts, and how that was reached."""
    if row is None:
        return ""
    claim = evidence.claim_by_id[row["claim_ids"][0]]
    if not claim.date:
        return "The text gives no date for it."
    read = window_in_words(claim.date)
    words = f"“{claim.date_words}”, read as {read}" if claim.date_words else f"read as {read}"
    reason = f": {claim.date_reason}" if claim.date_reason else ""
    return f"Window: {words} ({claim.date_basis}{reason.rstrip('.')})."


def one_number(row: Row, evidence: Evidence) -> str:
    """A volume as it is written on bars and in tables: "> 1,000 tonnes"; a modelled one with its 90% range."""
    if row["series"] == "modelled":
        unit = units(evidence, row["unit"], 2)
        return f"about {modelled(row['volume'])} {unit} (90%: {modelled_range(row['low'], row['high'])})"
    notified = row["series"] == "notified"
    value = notified_quantity(row) if notified else quantity(row["operator"], row["volume"], row["high"])
    return f"{step_words(row['change'])}{value} {counted_in(row, evidence)}{read_by(row['number_read_by'])}"


def counted_in(row: Row, evidence: Evidence) -> str:
    """The unit of a row's number, and for each what it counts: "tonnes", "tonnes a month"."""
    return f"{units(evidence, row['unit'], row['volume'])}{rate_words(row['per'])}"


def rate_words(per: str | None) -> str:
    """What follows the unit of a rate: " a month"; empty of an amount."""
    return f" a {per}" if per else ""


def step_words(change: str | None) -> str:
    """What stands before the number of a rise or a fall: "a rise of "; empty of a level or an amount."""
    return f"a {change} of " if change else ""


def whose_deliveries(whose: str) -> str:
    """Whose deliveries a number counts: "all suppliers together", "Upland and Midland"; empty where nobody says."""
    return "all suppliers together" if whose == EVERYBODY else whose


def _giver(row: Row, evidence: Evidence) -> str:
    return whose_deliveries(row["whose"]) or evidence.case.subject.supplier


def notified_quantity(row: Row) -> str:
    """A notified volume in whole units: the decimals of a converted sum were notified by nobody."""
    whole = (round(part) if isfinite(part) and part >= 100 else part for part in (row["volume"], row["high"]))
    return quantity(row["operator"], *whole)


def units(evidence: Evidence, unit_id: str, value: float) -> str:
    """The unit's word, singular for one."""
    unit = evidence.case.unit_by_id.get(unit_id)
    if unit is None:
        return unit_id
    return unit.one if value == 1 else unit.many


def refs(claim_ids: tuple[str, ...]) -> str:
    """Claim ids as they stand in sentences; pages turn each into a link to its words."""
    return " ".join(f"[{claim_id}]" for claim_id in claim_ids)


def no_document(evidence: Evidence) -> str:
    """Who gives no number: "No document", or of those read so far where nobody has read them all for it."""
    return f"No document{_read_so_far(evidence)}"


def _read_so_far(evidence: Evidence) -> str:
    """What must follow "no document" where somebody has still to be read for volumes: he is not silent on them."""
    return " read so far" if documents_unread(evidence.case.subject.volume_topic, evidence) else ""


def _ratio_in_words(ratio: float, operator: str) -> str:
    if ratio in TIMES:
        return TIMES[int(ratio)]
    if ratio in PARTS:
        return PARTS[ratio]
    if ratio > 1:
        # 1.002 must not read as "1 times": the side of the limit is what counts.
        times = _bare(ratio, operator)
        return "just over" if times == "1" or f"{ratio:.2f}" == "1.00" else f"{times} times"
    share = _rounded(ratio, 1_000, operator)
    return "just under" if share == 1 or f"{ratio:.3f}" == "1.000" else f"{share:.1%} of".replace(".0%", "%")


def _bare(ratio: float, operator: str) -> str:
    return f"{_rounded(ratio, 100, operator):,.2f}".rstrip("0").rstrip(".")


def _rounded(ratio: float, parts: int, operator: str) -> float:
    # "more than 998" of 500 is not "more than 2 times": a floor is rounded down and a ceiling up.
    turned = floor if operator in FLOORS else ceil if operator in CEILINGS else round
    return turned(round(ratio * parts, 6)) / parts
