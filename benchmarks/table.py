"""The table of ratios, as Markdown, and its place in docs/speed.md."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.measuring import ROOT, Line, Report

PAGE = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- table: python -m benchmarks --write -->", "<!-- end of table -->"
HEAD = ("| what | measured | floor | ratio | budget | kept |", "|---|---:|---:|---:|---:|---|")


def rendered(reports: Iterable[Report]) -> str:
    """All lines in one table, the notes below it."""
    reports = list(reports)
    rows = [_row(line) for report in reports for line in report.lines]
    notes = [f"- {note}" for report in reports for note in report.notes]
    return "\n".join([*HEAD, *rows, *(["", *notes] if notes else [])])


def write(table: str, page: Path = PAGE) -> None:
    """Put the table in its place in the page. Raises ValueError if the page has no such place."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page}: the table has no place. Put {BEGIN} and {END} where it belongs.")
    page.write_text(f"{before}{begin}\n\n{table}\n\n{end}{after}", encoding="utf-8")


def _row(line: Line) -> str:
    floor = _figure(line.floor, line.unit) if line.floor is not None else "–"
    if line.ratio is None:
        return f"| {line.what} | {_figure(line.measured, line.unit)} | {floor} | – | – | – |"
    # A ratio below 10 is read against budgets such as 1.15; above, two decimals would be noise.
    ratio = f"{line.ratio:.2f}" if line.ratio < 10 else f"{line.ratio:,.0f}"
    budget, kept = ("–", "–") if line.budget is None else (f"{line.budget:g}", _kept(line.ratio, line.budget))
    return f"| {line.what} | {_figure(line.measured, line.unit)} | {floor} | {ratio} | {budget} | {kept} |"


def _kept(ratio: float, budget: float) -> str:
    return "yes" if ratio <= budget else "**no**"


def _figure(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
