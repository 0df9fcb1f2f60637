"""A wrong number cannot pass: every single change of a sound folder is refused, or warned of, or stands in a list.

Every fifth run of changes is tried, as many as a run of all tests has time for; with BARRELWATCH_MUTANTS=all all are,
which is to be done where the reader of numbers or the proof has changed. The list is survivors.toml beside this file:
what no machine can tell, by kind, each with its reason. It is held exactly: a change that newly passes fails the test,
and so does one that stands in the list and no longer passes.
How thousands of changes are tried in few runs, each by itself, says runs.py.
"""

import os
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from data.reading.seeds import SEEDS
from tests.cases.second_case import SECOND_CASE
from tests.data.mutations.mutants import mutants_of
from tests.data.mutations.runs import Mutant, caught, copy_of, runs

EVERY = 1 if os.environ.get("BARRELWATCH_MUTANTS") == "all" else 5
FEWEST = 5_000 // EVERY
LISTED = tomllib.loads((Path(__file__).parent / "survivors.toml").read_text(encoding="utf-8"))["survivors"]
ALL = "all"


@cache
def tried(source: Path) -> tuple[dict[Mutant, bool], set[tuple[str, str]]]:
    """The mutants of a folder that are tried, whether the check tells of each, and the names of those left out.

    The folder itself is sound.
    """
    with TemporaryDirectory() as folder:
        copied = copy_of(source, Path(folder) / source.name)
        assert copied.before == frozenset()
        mutants = list(mutants_of(copied))
        told = dict(caught(mutants, copied, EVERY))
        names = {(one.kind, one.name) for one in mutants if one not in told}
        return told, names


def both() -> dict[Mutant, bool]:
    """The mutants of both cases that are tried."""
    return tried(SEEDS)[0] | tried(SECOND_CASE)[0]


def listed(kind: str, mutants: Iterable[Mutant]) -> set[str]:
    """The mutants of a kind, among those that are tried, that the list lets pass."""
    tried_ones = {one.name for one in mutants if one.kind == kind}
    survive = next((one["pass"] for one in LISTED if one["changed"] == kind), "")
    if survive == ALL:
        return tried_ones
    named = {name.strip() for name in survive.split("|") if name.strip()}
    return named & tried_ones if EVERY > 1 else named


def test_thousands_of_changes_are_tried() -> None:
    counted = Counter(both().values())
    assert counted.total() >= FEWEST
    assert counted[True] > counted[False]


def test_no_change_passes_that_is_not_listed_with_a_reason() -> None:
    found = both()
    passed = {(one.kind, one.name) for one, told in found.items() if not told}
    allowed = {(kind, name) for kind in {one.kind for one in found} for name in listed(kind, found)}
    assert sorted(passed - allowed) == []


def test_what_is_listed_as_passing_does_pass() -> None:
    found = both()
    passed = {(one.kind, one.name) for one, told in found.items() if not told}
    kinds = {one["changed"] for one in LISTED}
    left_out = tried(SEEDS)[1] | tried(SECOND_CASE)[1]  # of one name one may pass and another not
    assert sorted({(kind, name) for kind in kinds for name in listed(kind, found)} - passed - left_out) == []


def test_each_kind_of_the_list_has_one_reason() -> None:
    assert [kind for kind, times in Counter(one["changed"] for one in LISTED).items() if times > 1] == []
    assert [one["changed"] for one in LISTED if not one["reason"].strip()] == []


@pytest.mark.parametrize("source", [SEEDS, SECOND_CASE], ids=["seeds", "second-case"])
def test_no_two_changes_of_one_run_stand_in_one_entry_or_name_each_other(source: Path) -> None:
    for together in runs(tried(source)[0]):
        entries = [one.entry for one in together]
        assert len(set(entries)) == len(entries)
        assert all(one.names.isdisjoint(set(entries) - {one.entry}) for one in together)
