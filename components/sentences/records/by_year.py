"""Year against year in words: what published estimates say of the limit, whose deliveries they count, and for when."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from components.sentences.against_limit import refs
from components.sentences.counts import in_words, listed
from components.sentences.limits import period_in_words, period_noun
from components.sentences.records.record import supplier_in_words
from components.sentences.row import Row
from data.frames.rows import rows_of
from data.models.dates import MONTHS, read_edtf
from data.models.evidence import Evidence

Verdict = Literal["above", "below", "reached", "open", "not above"]
MOST_NAMED = 4
NEVER_ADDED = "Estimates and notifications may speak of the same deliveries, and are never added up."


def by_year_headline(rows: pd.DataFrame, evidence: Evidence) -> str:
    """What the published estimates of a frame by_year_frame say of the limit, and whether the last year stands out.

    "Published estimates reach or pass the cap in every year that they cover; 2024 is no exception".
    """
    limit, found = evidence.headline_limit, verdicts(rows)
    if limit is None or rows.empty:
        return f"Nothing can be set side by side {period_noun(limit)} by {period_noun(limit)}"
    if not found:
        return (
            f"No published estimate for a {period_noun(limit)} stands beside what was notified under the {limit.name}"
        )
    noun = period_noun(limit)
    if limit.is_minimum:
        missed = [year for year, verdict in found.items() if verdict == "below"]
        kept = "reach" if set(found.values()) == {"reached"} else "leave open whether deliveries reached"
        verb = "lie below" if missed else kept
        return f"Published estimates {verb} the {limit.name} in {_in_years(missed or list(found), len(found), noun)}"
    over = [year for year, verdict in found.items() if verdict in ("above", "reached")]
    if not over:
        told = "leave open whether deliveries passed" if "open" in found.values() else "do not put deliveries above"
        return f"Published estimates {told} the {limit.name} in {_in_years(list(found), len(found), noun)}"
    verb = "lie above" if all(found[year] == "above" for year in over) else "reach or pass"
    return (
        f"Published estimates {verb} the {limit.name} in {_in_years(over, len(found), noun)}{_exception(rows, found)}"
    )


def by_year_brief(rows: pd.DataFrame, evidence: Evidence) -> str:
    """The same finding in few words: "Every year with an estimate: at or above the cap"."""
    limit, found = evidence.headline_limit, list(verdicts(rows).values())
    if limit is None or not found:
        return "No estimate stands beside what was notified"
    noun = period_noun(limit)
    if limit.is_minimum:
        return f"Estimates: {in_words(found.count('below'))} of {in_words(len(found))} {noun}s below the {limit.name}"
    over = [verdict for verdict in found if verdict in ("above", "reached")]
    if not over:
        return f"No estimate is shown to pass the {limit.name}"
    where = "above" if set(over) == {"above"} else "at or above"
    if len(over) == len(found):
        return f"Every {noun} with an estimate: {where} the {limit.name}"
    return f"Estimates: {in_words(len(over))} of {in_words(len(found))} {noun}s {where} the {limit.name}"


def by_year_sentence(rows: pd.DataFrame, left_out: Sequence[str]) -> str:
    """Whose deliveries the estimates count, which end early, which years have none; ids of those that stand nowhere."""
    published = [row for row in rows_of(rows) if row["series"] == "published"]
    told = [_whose(published)] if published else []
    years = list(dict.fromkeys(year_of(row) for row in rows_of(rows)))
    without = [year for year in years if year not in {year_of(row) for row in published}]
    if published and without:
        told.append(f"No estimate was found for {listed(without)}.")
    told.append(NEVER_ADDED)
    if left_out:
        more = " and others" if len(left_out) > MOST_NAMED else ""
        told.append(
            f"In no single period of the limit, or in another unit: {refs(tuple(left_out[:MOST_NAMED]))}{more}."
        )
    return " ".join(told)


def verdicts(rows: pd.DataFrame) -> dict[str, Verdict]:
    """What the published estimates of each year come to against the limit: the firmest of them; years in order."""
    found: dict[str, Verdict] = {}
    order: tuple[Verdict, ...] = ("above", "below", "reached", "open", "not above")
    for row in rows_of(rows):
        if row["series"] == "published" and not pd.isna(row["limit_volume"]):
            year, own = year_of(row), _verdict(row)
            found[year] = min(found.get(year, own), own, key=order.index)
    return found


def year_of(row: Row) -> str:
    """The period of a row as its year, "2031", or "2031/32" where it spans two."""
    return period_in_words(row["period_start"], row["period_end"])


def whose_in_words(row: Row, evidence: Evidence) -> str:
    """Whose deliveries a number counts: "all suppliers", "Upper Vale alone", "two states"; empty where nobody says."""
    if row["whose"] == evidence.case.subject.supplier:
        return f"{row['whose']} alone"
    return "all suppliers" if row["whose"] == "all" else str(row["whose"])


def part_in_words(row: Row) -> str:
    """Which part of its year a number is for, "Jan–May", "to 15 Sep", "7 Mar–5 Nov"; empty for a whole one."""
    edtf = read_edtf(row["date"])
    if row["covers"] == "period" or edtf.earliest is None or edtf.latest is None:
        return ""
    first, last = edtf.earliest, edtf.latest
    if edtf.form == "one of":
        return "with gaps"
    start, end = (MONTHS[day.month - 1][:3] for day in (first, last))
    if first.day == 1 and (last + pd.Timedelta(days=1)).day == 1:
        return f"{start} only" if start == end else f"{start}–{end}"
    return f"to {last.day} {end}" if first == row["period_start"].date() else f"{first.day} {start}–{last.day} {end}"


def _verdict(row: Row) -> Verdict:
    if row["standing"] in ("above", "below"):
        return "above" if row["standing"] == "above" else "below"
    if row["low"] >= row["limit_volume"] and row["operator"] != "~":
        return "reached"
    return "open" if row["high"] > row["limit_volume"] else "not above"


def _in_years(years: list[str], of: int, noun: str) -> str:
    """The years that are meant: "2030", "every year that they cover", "2030 and 2031", "five of the eight years …"."""
    if of == 1:
        return years[0]
    if len(years) == of:
        return f"every {noun} that they cover" if of > 2 else f"both {noun}s that they cover"
    if len(years) == 1:
        return f"{years[0]} alone, of the {in_words(of)} {noun}s that they cover"
    return f"{in_words(len(years))} of the {in_words(of)} {noun}s that they cover"


def _exception(rows: pd.DataFrame, found: dict[str, Verdict]) -> str:
    """Whether the year that the case is about stands out among two others or more; nothing where it has no estimate."""
    about = [year_of(row) for row in rows_of(rows) if row["series"] in ("modelled", "reported")]
    over = {year: verdict in ("above", "reached") for year, verdict in found.items()}
    if not about or about[-1] not in over or len(over) < 3:
        return ""
    others = {passed for year, passed in over.items() if year != about[-1]}
    if others == {over[about[-1]]}:
        return f"; {about[-1]} is no exception"
    return "" if over[about[-1]] or len(others) > 1 else f"; {about[-1]} is the exception"


def _whose(published: Sequence[Row]) -> str:
    years: dict[str, list[str]] = {}
    for row in published:
        years.setdefault(supplier_in_words(row["whose"]), []).append(year_of(row))
    told = [f"{whose} for {listed(list(dict.fromkeys(found)))}" for whose, found in years.items()]
    parts = [row["covers"] == "part" for row in published]
    early = ", and each is for a part of its year" if all(parts) else ", some of them for a part of the year"
    return f"The estimates count {listed(told)}{early if any(parts) else ''}."
