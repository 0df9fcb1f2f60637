"""python -m benchmarks [NAME …] [--quick] [--write]: measure, and print one table of ratios."""

import argparse
import sys
from collections.abc import Callable

from benchmarks import (
    briefing,
    edition,
    estimate,
    first_load,
    first_paint,
    imports,
    reading,
    rerun,
    searching,
    serving,
    table,
)
from benchmarks.measuring import Report

ROUNDS, QUICK_ROUNDS = 7, 3
BENCHMARKS: dict[str, Callable[[int], Report]] = {
    "first-paint": first_paint.measure,
    "rerun": rerun.measure,
    "reading": reading.measure,
    "estimate": estimate.measure,
    "searching": searching.measure,
    "briefing": briefing.measure,
    "edition": edition.measure,
    "imports": imports.measure,
    "first-load": first_load.measure,
    "serving": serving.measure,
}


def main(arguments: list[str] | None = None) -> None:
    """Run the named benchmarks, or all; a missed budget is said in the table and fails nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios against floors; docs/speed.md.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds instead of {ROUNDS}")
    parser.add_argument("--write", action="store_true", help="renew the table in docs/speed.md; needs all of them")
    given = parser.parse_args(arguments)
    if unknown := [name for name in given.names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    if given.write and (given.names or given.quick):
        parser.error("--write renews the whole table: leave out the names and --quick")
    reports = []
    for name in given.names or BENCHMARKS:
        print(f"{name} …", file=sys.stderr, flush=True)
        reports.append(BENCHMARKS[name](QUICK_ROUNDS if given.quick else ROUNDS))
    measured = table.rendered(reports)
    print(measured)
    if given.write:
        table.write(measured)


if __name__ == "__main__":
    main()
