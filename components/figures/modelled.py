"""The figures of the estimate with their sentences: what is shown of a model is put together here, once."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from components.figures.crossing import Cited
from components.figures.cumulative import CumulativeWords, Marks, cumulative
from components.figures.dots import DotsWords, dots
from components.figures.meanwhile import Begun
from components.figures.tornado import Factor, tornado
from components.scene.canvas import Look
from components.scene.furniture import Scene, Words, on_ticks, safe
from components.scene.scale import Reported
from components.scene.text import broken, ems, fitted
from components.sentences.against_limit import units
from components.sentences.model import estimate as sentences
from components.sentences.model.against import against
from components.sentences.model.beliefs import factor, factor_with_unit, next_sentence, tornado_headline
from components.sentences.model.lines import Lines, lines_of
from components.sentences.sources import source_lines
from components.sentences.timeline import beginning, beginnings, event_title
from components.theme import CITED_SIGN, likelihood, modelled, modelled_range, quantity, read_by
from data.estimate.by_day import against_by_day
from data.estimate.result import Estimate
from data.estimate.rounding import percent
from data.frames.timeline import timeline_frame
from data.models.dates import in_words
from data.models.evidence import Evidence
from data.models.periods import limit_period

# Widths of words in type sizes: who said it, the limit's name, and a line at the end of what is left, at the
# crossing, and beside the large words.
SAID_BY = {"wide": 25.0, "medium": 19.0, "narrow": 13.5}
NAME = {"wide": 22.0, "medium": 13.0, "narrow": 9.0}
LEFT = {"wide": 12.0, "medium": 9.0, "narrow": 9.0}
CROSSING = {"wide": 40.0, "medium": 26.0, "narrow": 21.0}
BESIDE = 14.0
SOURCED = "as sourced"


def dots_of(
    estimate: Estimate, evidence: Evidence, look: Look, other: Estimate | None = None, other_name: str = SOURCED
) -> Scene:
    """Fifty equally likely volumes against the limit, with the number of those above it and the word for that.

    Behind them stands the outline of the estimate that it is compared with, under its name.
    """
    shown, unit = estimate.outcomes, units(evidence, estimate.unit, 2)
    row = estimate.total
    if sentences.has_limit(estimate):
        above, total = sentences.dots_above(estimate)
        named = "limit" if on_ticks(estimate.limit_name) == "limit" else estimate.limit_name
        told = f"are above {against(estimate).replace(estimate.limit_name, named)}:"
        beside = ("equally likely outcomes", *broken(told, BESIDE), likelihood(float(row["above_limit"])))
        hero = f"{above} of {total}"
    else:
        hero, beside = (
            f"about {modelled(row['q50'])}",
            (f"{unit},", "90% range", modelled_range(row["q05"], row["q95"])),
        )
    subtitle = (
        f"Each dot is one of {len(shown)} equally likely volumes (model): {sentences.trips_in_words(estimate)}; {unit}"
    )
    subtitle = f"{subtitle}, {_window(estimate)}{f'. Dotted: {other_name}.' if other else ''}"
    words = Words(sentences.dots_headline(estimate, evidence), subtitle, _sources(estimate, evidence))
    on_dots = DotsWords(against(estimate), unit, hero, beside)
    reported = _reported(estimate, evidence)
    before = list(other.outcomes["volume"]) if other else []
    return dots(list(shown["volume"]), _lines(estimate, look), reported, words, on_dots, look, before)


def cumulative_of(
    estimate: Estimate, evidence: Evidence, look: Look, other: Estimate | None = None, other_name: str = SOURCED
) -> Scene:
    """The volume as it grew, as bands, with the days on which the limit is passed and the statements that differ.

    The estimate that it is compared with stands beside them as dotted lines, under its name.
    """
    band = estimate.growth
    crossing, limited = estimate.crossed, sentences.has_limit(estimate)
    passes = limited and crossing["share"] > 0
    end, unit = band.iloc[-1], units(evidence, estimate.unit, 2)
    start, finish = _period(estimate, evidence)
    lines, line = _lines(estimate, look), against_by_day(estimate, start, finish) if limited else None
    on_line = CumulativeWords(
        (lines.limit_label, f" for {_day(start)}–{_day(finish)}") if line else ("", ""),
        tuple(broken(lines.short_label if look.narrow else lines.whole_label, LEFT[look.width], bold=True))
        if lines.two
        else (),
        tuple(_in_room(sentences.crossing_words(estimate, _name(estimate, look)), look)) if limited else (),
        _end_words(end, look),
        ("no observation", f"after {sentences.short_day(estimate.last, estimate)}"),
    )
    subtitle = (
        f"Cumulative {unit} (model): {sentences.trips_in_words(estimate)}, spread evenly between first and last. "
        "Line: median; bands: middle half and 90% of runs."
    )
    if lines.two:
        subtitle += f" Thick line: the {lines.limit_name} less what else had been notified by that day."
    if other:
        subtitle += f" Dotted: {other_name}."
    if estimate.disagreements.shape[0]:
        subtitle += f" {CITED_SIGN} ◇: a cited statement that differs."
    if begun := begun_meanwhile(evidence, (start, finish)):
        subtitle += " Below: what else began."
    words = Words(
        sentences.cumulative_headline(estimate, evidence),
        subtitle,
        _sources(estimate, evidence, tuple(estimate.disagreements["record_id"])),
    )
    cited = [_cited(row, estimate, evidence, look) for _, row in estimate.disagreements.iterrows()]
    reported = _reported(estimate, evidence, within=(start, finish))
    before = other.growth if other else None
    marks = Marks(estimate.limit_volume, line, crossing if passes else None, reported, cited, before, begun)
    return cumulative(band, (start, finish), marks, words, on_line, look)


def tornado_of(estimate: Estimate, evidence: Evidence, look: Look) -> Scene:
    """What moves the modelled volume, widest bar first, with each factor's share of the spread."""
    rows, unit = estimate.tornado, units(evidence, estimate.unit, 2)
    middle = float(rows["middle"].iloc[0]) if len(rows) else 0.0
    width = (rows["volume_high"] - rows["volume_low"]).where(~rows["fixed"], -1.0)
    ordered = rows.loc[width.sort_values(ascending=False, kind="stable").index]
    factors = [_factor(row, estimate, evidence) for _, row in ordered.iterrows()]
    subtitle = (
        f"{unit.capitalize()} when one factor moves over its 90% range and the others stay at the median "
        f"({estimate.trips_words}, and those not seen). {next_sentence(estimate)}"
    )
    words = Words(tornado_headline(estimate), subtitle, _sources(estimate, evidence))
    on_middle = f"all at the median: about {modelled(middle)}"
    return tornado(factors, middle, _lines(estimate, look), words, on_middle, look)


def dots_in_words(estimate: Estimate, evidence: Evidence) -> str:
    """Alternative text of the dots."""
    parts = (
        f"Fifty dots, each an equally likely modelled volume. {sentences.dots_headline(estimate, evidence)}.",
        sentences.probability_sentence(estimate),
        sentences.reported_sentence(estimate, evidence),
    )
    return " ".join(part for part in parts if part)


def cumulative_in_words(estimate: Estimate, evidence: Evidence) -> str:
    """Alternative text of the cumulative bands."""
    total = sentences.about(estimate.total, units(evidence, estimate.unit, 2))
    return " ".join(
        [
            f"Bands of the modelled volume, which grows to {total} by {_day(estimate.last)} {estimate.last.year:04}.",
            f"{sentences.cumulative_headline(estimate, evidence)}.",
            sentences.crossing_sentence(estimate),
            *sentences.tension_sentences(estimate, evidence),
        ]
    )


def tornado_in_words(estimate: Estimate, evidence: Evidence) -> str:
    """Alternative text of the tornado: every factor with its two ends."""
    rows = [
        f"{row['title']}: fixed"
        if row["fixed"]
        else f"{row['title']}: {modelled(row['volume_low'])} to {modelled(row['volume_high'])}"
        for _, row in estimate.tornado.iterrows()
    ]
    unit = units(evidence, estimate.unit, 2)
    return f"{tornado_headline(estimate)}. {unit.capitalize()} by factor: {'; '.join(rows)}. {next_sentence(estimate)}"


def _in_room(words: tuple[str, ...], look: Look) -> Iterator[str]:
    """Lines that a window holds: a longer one is broken between its parts, or where a line ends."""
    room = CROSSING[look.width]
    for line in words:
        first, mark, rest = line.partition("; ") if ems(line, bold=True) > room else (line, "", "")
        yield from broken(f"{first};" if mark else first, room, bold=True)
        yield from broken(rest, room, bold=True)


def _name(estimate: Estimate, look: Look) -> str:
    """As much of the limit's name as there is room for."""
    return fitted(estimate.limit_name, NAME[look.width], bold=True)


def _lines(estimate: Estimate, look: Look) -> Lines:
    """The lines of a figure, with as much of the limit's name as there is room for."""
    return lines_of(estimate, _name(estimate, look))


def _factor(row: pd.Series, estimate: Estimate, evidence: Evidence) -> Factor:
    title, unit = str(row["title"]), str(row["unit"])
    ends = (row["factor_low"], row["factor_high"])
    # The smaller volume may belong to the larger value: the fewer were seen, the more there were.
    low, high = ends if _rises(row, estimate) else ends[::-1]
    part = percent(float(row["variance_share"])) if not row["fixed"] else ""
    span = f"{modelled(row['volume_low'])} to {modelled(row['volume_high'])} {units(evidence, estimate.unit, 2)}"
    fixed = f"fixed at {factor(ends[0], unit)}" if row["fixed"] else ""
    values = f"{factor(low, unit)} to {factor_with_unit(high, unit)}"
    hover = f"<b>{safe(title)}</b><br>{safe(fixed or f'{values}: {span}')}"
    if part:
        hover += f"<br>{part} of the spread"
    ends = (factor(low, unit), factor(high, unit))
    if ends[0] == ends[1]:
        part, fixed = "", fixed or factor_with_unit(low, unit)
    return Factor(title, unit, float(row["volume_low"]), float(row["volume_high"]), ends, part, hover, fixed)


def _rises(row: pd.Series, estimate: Estimate) -> bool:
    """True if more of the factor is more volume; of a share of trips seen, and of barrels to a tonne, the reverse."""
    return not (row["assumption"] == "seen" or (row["assumption"] == "barrels-per-tonne" and estimate.unit == "tonne"))


def _reported(estimate: Estimate, evidence: Evidence, within: tuple[date, date] | None = None) -> Reported | None:
    """The reported number with its operator and its claims; with `within` only if it counts in that time."""
    row = sentences.reported_row(estimate, evidence)
    if row is None:
        return None
    if within and not pd.isna(row["period_start"]) and not within[0] <= row["period_start"].date() <= within[1]:
        return None
    claims = ", ".join(row["claim_ids"])
    label = f"Reported {quantity(row['operator'], row['volume'], row['high'])}"
    detail = f"Document {row['document']}, {claims}{read_by(row['number_read_by'])}"
    return Reported(row["operator"], float(row["volume"]), float(row["high"]), label, detail, claims)


def _cited(row: pd.Series, estimate: Estimate, evidence: Evidence, look: Look) -> Cited:
    first, second = sentences.tension_words(row, estimate, evidence)
    line = f"{CITED_SIGN} {fitted(first, SAID_BY[look.width], bold=True)}"
    return Cited(row["day"].date(), float(row["volume"]), (line, second), f"record:{row['record_id']}")


def begun_meanwhile(evidence: Evidence, period: tuple[date, date]) -> list[Begun]:
    """The best dated beginning in each lane but that of the volumes, as the timeline has it, within a period."""
    own = evidence.case.lane_of_topic.get(evidence.case.subject.volume_topic)
    timeline, lanes = timeline_frame(evidence), [lane.id for lane in evidence.case.lanes]
    others = timeline[timeline["lane"] != (own.id if own else "")]
    found = []
    for row in beginnings(others, len(lanes)):
        first, last = beginning(row) or period
        if first <= period[1] and last >= period[0]:
            claims = ", ".join(row["claim_ids"])
            told = f"<b>{safe(event_title(row, 90))}</b><br>{safe(in_words(row['date']))}, {safe(claims)}"
            hover = f"{told}<br>Click for the words"
            found.append(Begun(first, last, lanes.index(row["lane"]), event_title(row), row["supports"][0], hover))
    return found


def _end_words(end: pd.Series, look: Look) -> tuple[str, ...]:
    low, high = modelled(end["q05"]), modelled(end["q95"])
    if low == high:
        return f"about {modelled(end['q50'])}", "in nearly all runs"
    if look.width == "wide":
        return f"about {modelled(end['q50'])}", f"90%: {modelled_range(end['q05'], end['q95'])}"
    return f"about {modelled(end['q50'])}", f"90%: {low}–", high


def _sources(estimate: Estimate, evidence: Evidence, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    records = (*estimate.record_ids, *more)
    return source_lines(
        estimate.claim_ids, evidence, with_limit=sentences.has_limit(estimate), record_ids=records, model=estimate
    )


def _window(estimate: Estimate) -> str:
    years = estimate.last.year != estimate.first.year
    return (
        f"{_day(estimate.first)}{f' {estimate.first.year:04}' if years else ''}–{_day(estimate.last)} "
        f"{estimate.last.year:04}"
    )


def _period(estimate: Estimate, evidence: Evidence) -> tuple[date, date]:
    """The limit's period in which the trips lie; without a limit the months that hold them."""
    limit = evidence.headline_limit
    if sentences.has_limit(estimate) and limit:
        return limit_period(estimate.first, limit)[0], limit_period(estimate.last, limit)[1]
    end = (pd.Timestamp(estimate.last) + pd.offsets.MonthEnd(0)).date()
    return estimate.first.replace(day=1), end


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%b}"
