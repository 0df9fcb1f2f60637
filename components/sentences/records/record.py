"""What the public record adds, in words: what was notified against the limit, and who goes back to whom."""

from collections.abc import Sequence
from datetime import date
from math import floor, log10
from typing import NamedTuple

import pandas as pd

from components.sentences.against_limit import refs, units
from components.sentences.counts import count, in_words, listed
from components.sentences.limits import every_period, period_in_words, period_noun
from components.theme import day, number
from data.models.dates import month_end
from data.models.evidence import Evidence
from data.models.limits import Limit

DIGITS_LEFT = 3  # what a factor of three digits, or a part that its source rounds, leaves of a number
MOST_NAMED = 4
ALL = "all"


class OriginCount(NamedTuple):
    """An origin, how many texts go back to it, and how many of them by inference."""

    origin_id: str
    origin: str
    texts: int
    inferred: int


def notified_volume(volume: float, about: bool, converted: bool, summed: bool = False) -> str:
    """A notified number as its source prints it, "~" where that is rounded; to three digits where it was converted, or
    is a sum of which any part is rounded.
    """
    if not about or not volume:
        return number(volume)
    if not (converted or summed):
        return f"~ {number(volume)}"
    places = DIGITS_LEFT - 1 - floor(log10(abs(volume)))
    return f"~ {number(round(volume, places))}"


def supplier_in_words(supplier: str) -> str:
    """A supplier's name; a row for all of them says so."""
    return "all suppliers together" if supplier == ALL else supplier


def coverage_in_words(first: date, last: date, period: tuple[date, date], as_of: date) -> str:
    """Which part of a period an incomplete number covers: "Jan–Nov", "Jan only", "so far, to 4 Dec"."""
    if first <= period[0] and last >= period[1]:
        return "with gaps"
    so_far = "so far, " if period[0] <= as_of <= period[1] else ""
    whole_months = first.day == 1 and last == month_end(last)
    if not whole_months:
        return f"{so_far}{first.day} {first:%b}–{last.day} {last:%b}"
    same = (first.year, first.month) == (last.year, last.month)
    return so_far + (f"{first:%b} only" if same else f"{first:%b}–{last:%b}")


def notified_headline(years: pd.DataFrame, evidence: Evidence) -> str:
    """The finding of the notified series: "Notified deliveries stayed below the cap in every year"."""
    limit, totals = evidence.headline_limit, notified_totals(years)
    compared = totals.dropna(subset=["limit_volume"])
    if totals.empty:
        return "No notified delivery can be set against the limit"
    if limit is None or compared.empty:
        return f"Notified deliveries cannot be set against a limit in {_periods(len(totals), limit)}"
    if limit.is_minimum:
        return f"Notified deliveries {_against_a_minimum(compared, limit)}"
    above = [str(name) for name in compared.loc[compared["volume"] > compared["limit_volume"], "name"]]
    if above:
        return f"Notified deliveries were above the {limit.name} in {_named(above, len(compared), limit)}"
    return f"Notified deliveries {_not_above(compared, len(totals), limit)}"


def _named(names: list[str], of: int, limit: Limit) -> str:
    """Some periods by their names, or of many how many."""
    return listed(names) if len(names) <= MOST_NAMED else f"{in_words(len(names))} of {_periods(of, limit)}"


def _against_a_minimum(compared: pd.DataFrame, limit: Limit) -> str:
    """What is said of a minimum: a complete period is below it or reaches it, of the others nobody knows the rest."""
    whole = compared[compared["complete"]]
    below = [str(name) for name in whole.loc[whole["volume"] < whole["limit_volume"], "name"]]
    if below:
        return f"were below the {limit.name} in {_named(below, len(whole), limit)}"
    if whole.empty:
        return f"are not shown to reach the {limit.name}; no {period_noun(limit)} is complete"
    return f"reached the {limit.name} in every complete {period_noun(limit)}"


def _not_above(compared: pd.DataFrame, all_years: int, limit: Limit) -> str:
    """What is said where no year is above: only a complete year stays below, of the others nobody knows the rest."""
    whole, limit_name, one = compared[compared["complete"]], limit.name, period_noun(limit)
    alone, open_years = len(compared) == 1, len(compared) - len(whole)
    held = "" if len(compared) == all_years else " in which it held"
    if whole.empty:
        where = f"in {compared['name'].iloc[0]}" if alone else f"in any {one}{held}"
        partly = f"the {one} is" if alone else f"all {in_words(open_years)} are" if open_years > 2 else "both are"
        return f"are not shown to be above the {limit_name} {where}; {partly} incomplete"
    reached = whole["volume"].max() == whole["limit_volume"].max()
    if alone:
        where = f"in {whole['name'].iloc[0]}"
    else:
        where = f"in every complete {one}{held}" if open_years else f"every {one}{held}"
    left = f"; {in_words(open_years)} {'is' if open_years == 1 else 'are'} incomplete" if open_years else ""
    return f"{'did not pass' if reached else 'stayed below'} the {limit_name} {where}{left}"


def notified_sentence(years: pd.DataFrame, left_out: Sequence[str], evidence: Evidence) -> str:
    """The same with numbers: the highest and the latest year, and which rows belong to no one year."""
    totals, limit = notified_totals(years), evidence.headline_limit
    if totals.empty or limit is None:
        return "No notified delivery can be counted in the unit and the periods of the limit."
    unit = units(evidence, limit.unit, 2)
    highest = totals.sort_values("volume", ascending=False, kind="stable").iloc[0]
    latest = totals.iloc[-1]
    found = "" if highest["complete"] or highest["name"] == latest["name"] else ", so far as found"
    sentence = (
        f"Suppliers notified at most {_total(highest)} {unit} in a {period_noun(limit)} ({highest['name']}{found})"
    )
    if latest["name"] != highest["name"]:
        sentence += f" and {_total(latest)} in {latest['name']}"
    sentence += f"{'' if latest['complete'] else ' so far as found'}; the {limit.name} is {_limit_words(limit, unit)}"
    if left_out:
        listed_out = refs(tuple(left_out[:MOST_NAMED])) + (" and others" if len(left_out) > MOST_NAMED else "")
        sentence += f". Not counted, because the dates lie in no single {period_noun(limit)} of the limit: {listed_out}"
    return f"{sentence}. Notified is what suppliers declared, not what was delivered."


def notified_totals(years: pd.DataFrame) -> pd.DataFrame:
    """One row a period, in order: name, volume, about and converted (any part), complete (every part), limit_volume.

    `parts` is how many notifications were added up.
    """
    by_period = years.groupby(["period_start", "period_end"], sort=True)
    totals = by_period.agg(
        volume=("volume", "sum"),
        about=("about", "any"),
        converted=("converted", "any"),
        complete=("complete", "all"),
        limit_volume=("limit_volume", "first"),
        parts=("record_ids", lambda ids: sum(map(len, ids))),
    ).reset_index()
    names = [
        period_in_words(start, end) for start, end in zip(totals["period_start"], totals["period_end"], strict=True)
    ]
    return totals.assign(name=pd.Series(names, index=totals.index, dtype=object))


def descent_headline(texts: pd.DataFrame) -> str:
    """The finding of the origin graph: "22 of the 31 texts collected here go back to one origin"."""
    total, counts = len(set(texts["text_id"].tolist())), origins_counted(texts)
    if not total:
        return "No text is traced to an origin"
    if not counts:
        texts_in_words = "the one text" if total == 1 else "both texts" if total == 2 else f"all {total} texts"
        return f"The origin of {texts_in_words} is not known"
    most = counts[0].texts
    if total == 1:
        return (
            "The one text goes back to one origin" if len(counts) == 1 else "The one text goes back to several origins"
        )
    if most == total and len(counts) == 1:
        return f"{'Both' if total == 2 else f'All {total}'} texts collected here go back to one origin"
    if most == 1:
        return f"No two of the {total} texts collected here go back to the same origin"
    return f"{most} of the {total} texts collected here go back to one origin"


def descent_sentence(texts: pd.DataFrame) -> str:
    """Which origin that is, how much of it is inferred, and how many origins the others have."""
    total, counts = len(set(texts["text_id"].tolist())), origins_counted(texts)
    if not counts:
        return "None of the texts names an origin that is known."
    first = counts[0]
    inferred = f", {first.inferred} of them by inference" if first.inferred else ""
    sentence = f"{count(first.texts, 'text')} of the {total} collected here descend from {first.origin}{inferred}"
    if len(counts) > 1:
        sentence += f"; in all {count(len(counts), 'origin')} stand behind them"
    return f"{sentence}. Texts of one origin do not confirm each other."


def origin_counts(texts: pd.DataFrame) -> pd.DataFrame:
    """One row a known origin, that of most texts first; columns as the fields of OriginCount."""
    return pd.DataFrame(origins_counted(texts), columns=list(OriginCount._fields))


def origins_counted(texts: pd.DataFrame) -> list[OriginCount]:
    """The known origins of the texts of a descent frame, that of most texts first."""
    # By hand: every slide and sentence on origins asks for it, and pandas takes ten times as long over so few rows.
    found: dict[tuple[str, str], tuple[set[str], list[bool]]] = {}
    columns = (texts[name].tolist() for name in ("origin_id", "origin", "text_id", "inferred"))
    for origin_id, origin, text_id, inferred in zip(*columns, strict=True):
        if not pd.isna(origin_id) and str(origin_id):
            named, inferences = found.setdefault((origin_id, origin), (set(), []))
            named.add(text_id)
            inferences.append(bool(inferred))
    counts = [OriginCount(*key, len(named), sum(inferences)) for key, (named, inferences) in found.items()]
    return sorted(counts, key=lambda one: -one.texts)


def _total(row: pd.Series) -> str:
    return notified_volume(row["volume"], row["about"], row["converted"], row["parts"] > 1)


def _limit_words(limit: Limit, unit: str) -> str:
    since = f", since {day(limit.valid_from)}" if limit.valid_from else ""
    return f"{number(limit.value)} {unit}{every_period(limit)}{since}"


def _periods(many: int, limit: Limit | None) -> str:
    return f"one {period_noun(limit)}" if many == 1 else f"{in_words(many)} {period_noun(limit)}s"
