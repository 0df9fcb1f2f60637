"""What the volumes say against the limit, in words; a number never stands without its operator."""

from collections.abc import Iterable, Sequence
from math import ceil, floor, isfinite

import pandas as pd

from components.headlines.counts import in_words
from components.headlines.parts import alone, window_in_words
from components.headlines.retold import no_number_of, numbers_of
from components.headlines.row import Row
from components.theme import OPERATOR_WORDS, modelled, modelled_range, number, quantity, quantity_in_words, read_by
from data.dates import MONTHS, read_edtf
from data.evidence import Evidence, Limit
from data.questions import documents_unread
from data.read_by import limit_read_by

TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times", 6: "six times", 10: "ten times"}
# What the model does to the limit.
ABOVE, BELOW, OPEN = "puts deliveries above", "puts deliveries below", "leaves open whether deliveries pass"
SERIES = ("reported", "modelled", "notified")
STANDING = ["series", "standing", "probability", "covers", "claim_ids"]
PARTS = {0.5: "half", 0.25: "a quarter of", 0.75: "three quarters of"}


def times_the_limit(row: Row, limit_name: str) -> str:
    """How a volume stands to the limit: "more than twice the annual cap", "at most 40% of the annual cap".

    Of a part of the period it says so: "3.1% of the annual cap in January 2024 alone".
    """
    return f"{_times(row, limit_name)}{alone(row)}"


def _times(row: Row, limit_name: str) -> str:
    limit = float(row["limit_volume"])
    if row["operator"] == "range":
        low, high = row["low"] / limit, row["high"] / limit
        return f"between {_bare(low, '>=')} and {_bare(high, '<=')} times the annual {limit_name}"
    ratio = row["volume"] / limit
    prefix = OPERATOR_WORDS[row["operator"]]
    if ratio == 1:
        return f"{prefix} the annual {limit_name}"
    words = f"{_ratio_in_words(ratio, row['operator'])} the annual {limit_name}"
    if words.startswith("just "):
        return words if row["operator"] == "=" else f"{prefix} {number(row['volume'])}, {words}"
    return words if row["operator"] == "=" else f"{prefix} {words}"


def barrels_headline(row: pd.Series | None, evidence: Evidence) -> str:
    """The finding of the gauge: "Reported salt deliveries are more than twice the annual cap"."""
    deliveries, limit = evidence.case.subject.deliveries, evidence.headline_limit
    if row is None:
        absent = f"{no_document(evidence)} gives a number for {deliveries}"
        return absent if evidence.complete else f"What is reported of {deliveries} is withheld or absent"
    if not row["comparable"] or limit is None:
        return f"Reported {deliveries} cannot be set against {against_what(row, evidence)}"
    return f"Reported {deliveries} are {times_the_limit(row, limit.name)}"


def bullets_headline(rows: pd.DataFrame, evidence: Evidence) -> str:
    """The finding of the bullet rows, over every series: what is reported, modelled and notified against the limit.

    A model is above the limit only if 95 of 100 runs are, and what a supplier notified is one part of what was
    delivered: it never counts as a reading of the whole. Reported numbers are counted by origin.
    """
    return volumes_finding(rows[STANDING].to_dict("records"), evidence)


def volumes_finding(rows: Iterable[Row], evidence: Evidence) -> str:
    """The same of rows of which only what STANDING names is at hand."""
    each, limit, deliveries = list(rows), evidence.headline_limit, evidence.case.subject.deliveries
    if not each or limit is None:
        return f"No reported number for {deliveries} can be set against the limit"
    reported, models, notified = ([row for row in each if row["series"] == series] for series in SERIES)
    model = [_of_the_runs(row["probability"]) for row in models]
    above = all(row["standing"] == "above" for row in reported)
    if model and above and set(model) == {ABOVE}:
        finding = f"{_both(reported, evidence)} {deliveries} above the annual {limit.name}"
    elif model:
        verb = model[0] if len(set(model)) == 1 else OPEN
        said = f"{_reported_finding(reported, evidence)}; the model" if reported else "The model"
        finding = f"{said} {verb} {'it' if reported else f'the annual {limit.name}'}"
    else:
        finding = _reported_finding(reported, evidence)
    if limit.joint != "no" and (reported or model):
        return f"{finding}{_counting_too(notified)}"
    return f"{finding}{_notified_finding(notified, limit.name, alone=not reported and not model)}"


def _counting_too(notified: Sequence[Row]) -> str:
    """What others notified towards a joint limit: no single figure stays below what is for all together."""
    if not notified:
        return ""
    parts = sum(row["covers"] == "part" for row in notified)
    total = len(notified)
    figures = "the notified figure counts" if total == 1 else f"{in_words(total)} notified figures count"
    return f"; {figures} towards it too{f' ({_incomplete(parts, total)})' if parts else ''}"


def _both(reported: Sequence[Row], evidence: Evidence) -> str:
    # Not "all three readings": the model is one, and may rest on the trips behind the reported number.
    if len(reported) > 1:
        claims = _claims(reported)
        return f"{numbers_of(claims, claims, evidence)} and the model put"
    return "Reported number and model put" if reported else "The model puts"


def _reported_finding(reported: Sequence[Row], evidence: Evidence) -> str:
    if not reported or evidence.headline_limit is None:
        return ""
    above, limit_name = [row for row in reported if row["standing"] == "above"], evidence.headline_limit.name
    if len(reported) == 1:
        return f"The one reported number is {'above' if above else 'not shown to be above'} the annual {limit_name}"
    whole = _claims(reported)
    if not above:
        return f"{no_number_of(whole, evidence)} is shown to be above the annual {limit_name}"
    told, verb = numbers_of(_claims(above), whole, evidence), "are" if len(above) > 1 else "is"
    return f"{told} {verb} above the annual {limit_name}"


def _claims(rows: Sequence[Row]) -> list[str]:
    return [claim_id for row in rows for claim_id in row["claim_ids"]]


def _of_the_runs(probability: float) -> str:
    if pd.isna(probability):
        return OPEN
    return ABOVE if probability >= 0.95 else BELOW if probability <= 0.05 else OPEN


def _notified_finding(notified: Sequence[Row], limit_name: str, alone: bool) -> str:
    """What suppliers notified, each by itself, above the limit or not: single notifications are never added up.

    A filing that does not reach over the period stays below nothing: it is incomplete.
    """
    if not notified:
        return ""
    above, total = sum(row["standing"] == "above" for row in notified), len(notified)
    parts = sum(row["covers"] == "part" for row in notified)
    annual = f" the annual {limit_name}"
    if above:
        some = "the notified figure" if total == 1 else f"{in_words(above)} of {in_words(total)} notified figures"
        said = f"{some} {'is' if above == 1 else 'are'} above{annual if alone else ' it'}"
    elif parts:
        none = "the notified figure is not" if total == 1 else "no notified figure is"
        said = f"{none} above{annual if alone else ' it'} ({_incomplete(parts, total)})"
    else:
        said = f"{'the' if total == 1 else 'each'} notified figure stays below{annual if alone else ''}"
    return f"{said[:1].upper()}{said[1:]}; nothing is reported" if alone else f"; {said}"


def _incomplete(parts: int, total: int) -> str:
    if parts == total:
        return (
            "it is incomplete" if total == 1 else f"{'both' if total == 2 else f'all {in_words(total)}'} are incomplete"
        )
    return f"{in_words(parts)} of {in_words(total)} {'is' if parts == 1 else 'are'} incomplete"


def barrels_title(evidence: Evidence) -> str:
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
            return f"No sound number for {subject.deliveries} {way} can be shown until the seeds folder is mended."
        no_one = no_document(evidence) if evidence.documents else "There is no document yet that"
        return f"{no_one} gives a number for {subject.deliveries} {way}."
    unit = units(evidence, row["unit"], row["volume"])
    what = read_by(row["number_read_by"])
    if row["product"]:
        own = row["product_by"] == "curator"
        what += f", which a curator counts as {row['product']}," if own else f" of {row['product']}"
    when = f" for {year_in_words(row)}" if not pd.isna(row["year"]) else ""
    how_much = quantity_in_words(row["operator"], row["volume"], row["high"])
    sentence = (
        f"Document {row['document']} reports {how_much} {unit}{what}"
        f"{when} from {subject.supplier} to {subject.recipient} {refs(row['claim_ids'])}"
    )
    if row["comparable"] and limit:
        sentence += f": {times_the_limit(row, limit.name)} of {limit_in_words(limit, evidence)}"
    else:
        sentence += f"; it is not set against {against_what(row, evidence)}, because {why_not_compared(row, evidence)}"
    others = len(evidence.documents) - documents_with_number
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
    stands = f"; it is {times_the_limit(row, own.name)} of {limit_in_words(own, evidence)}" if own else ""
    return f"{row['why_not']}{stands}"


def year_in_words(row: Row) -> str:
    """The time a volume counts for: the year of its date, or the limit's period, "2023/24", where the date spans two.

    Of a reported part of a period it is that part, "January 2024"; what is notified names its part as its detail.
    """
    if row["series"] == "reported" and row["covers"] == "part":
        return window_in_words(row["date"])
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


def behind_limit(limit: Limit) -> str:
    """What a click on the limit opens: its claims and its records, "S01, record:salt-ledger-001"."""
    return ", ".join([*limit.claims, *(f"record:{record_id}" for record_id in limit.records)])


def limit_rule(limit: Limit) -> str:
    """The rule in one line with its name: "Salt cap: salt, all suppliers together, calendar year (…)"."""
    return f"{limit.name}: {limit_terms(limit)}"


def limit_terms(limit: Limit) -> str:
    """What the limit covers, by whom, over which period, on which basis."""
    period = (
        "calendar year" if limit.period == "calendar-year" else f"twelve months from {_day_of_year(limit.period_start)}"
    )
    return f"{limit.product}, {limit.suppliers}, {period} ({limit.legal_basis})"


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
    words = f"“{claim.date_words}”, read as {claim.date}" if claim.date_words else f"read as {claim.date}"
    reason = f": {claim.date_reason}" if claim.date_reason else ""
    return f"Window: {words} ({claim.date_basis}{reason.rstrip('.')})."


def one_number(row: Row, evidence: Evidence) -> str:
    """A volume as it is written on bars and in tables: "> 1,000 tonnes"; a modelled one with its 90% range."""
    if row["series"] == "modelled":
        unit = units(evidence, row["unit"], 2)
        return f"about {modelled(row['volume'])} {unit} (90%: {modelled_range(row['low'], row['high'])})"
    notified = row["series"] == "notified"
    value = notified_quantity(row) if notified else quantity(row["operator"], row["volume"], row["high"])
    return f"{value} {units(evidence, row['unit'], row['volume'])}{read_by(row['number_read_by'])}"


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


def _day_of_year(month_and_day: str) -> str:
    month, day = (int(part) for part in month_and_day.split("-"))
    return f"{day} {MONTHS[month - 1]}"


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
    turned = floor if operator in (">", ">=") else ceil if operator in ("<", "<=") else round
    return turned(round(ratio * parts, 6)) / parts
