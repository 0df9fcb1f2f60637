"""No message is in the words of a library, and all that is wrong with an entry is said in one run."""

import csv
import errno
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import data.models.changes
import data.models.evidence
import data.models.hypotheses
from data import examine
from data.files.entry_faults import PHRASES, problems_of
from data.files.problems import Problem
from data.files.tables import build, read_csv, read_text, read_toml
from data.files.unreadable import TOML_CAUSES, reason, toml_fault
from data.models.entry import Entry, Refusal
from data.reading.seeds import SEEDS
from tests.cases.edit import plant, write
from tests.cases.second_case import CASE, EVENTS, LETTER, SECOND_CASE

WRONG: tuple[Any, ...] = (
    None, True, -1, 0, 3, 10**20, -0.5, 0.5, 1e30, float("nan"), float("inf"), "", " ", "x" * 6_000, "3", "-3", "1e5",
    b"x", [], [1], [[]], [{}], ["x" * 6_000], {}, {"a": 1},
)  # fmt: skip
SAID_OTHERWISE = {"contract", "missing", "extra_forbidden", "literal_error"}


def kinds(of: type[Entry] = Entry) -> list[type[Entry]]:
    """Every kind of entry that a folder can hold."""
    return [kind for one in of.__subclasses__() if one.__module__.startswith("data.") for kind in (one, *kinds(one))]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_no_value_of_any_key_brings_out_the_words_of_the_library(kind: type[Entry]) -> None:
    for name, field in kind.model_fields.items():
        for value in WRONG:
            try:
                kind.model_validate({field.alias or name: value})
            except ValidationError as error:
                details = error.errors(include_url=False)
                assert {detail["type"] for detail in details} <= PHRASES.keys() | SAID_OTHERWISE
                said = "\n".join(str(problem) for problem in problems_of(error, kind, "made.toml", "here"))
                assert not [detail["msg"] for detail in details if detail["msg"] in said]


def test_every_phrase_fills_in_the_limits_that_a_key_sets() -> None:
    problems: list[Problem] = []
    build(
        data.models.evidence.Claim,
        {"prefix": "x" * 33, "start": -1, "end": 2 * 10**9, "value": 1e16},
        "f",
        "p",
        problems,
    )
    said = {problem.place: (problem.expected, problem.remedy) for problem in problems if problem.expected}
    assert said == {
        "p, prefix": ("at most 32 characters", "Shorten it to at most 32 characters."),
        "p, start": ("a number of at least 0", "Write a number of at least 0."),
        "p, end": ("a number of at most 1,000,000,000", "Write a number of at most 1,000,000,000."),
        "p, value": (
            "a number of at most 1,000,000,000,000,000",
            "Write a number of at most 1,000,000,000,000,000.",
        ),
    }


def raw_entries() -> Iterator[tuple[type[Entry], dict[str, Any]]]:
    """The entries of the second case, and the analyses of the seeds, as they are written and not yet read."""
    kind_of = {kind.__name__: kind for kind in kinds()}
    for file, kind, lists in (
        ("events.csv", "Event", ("supports", "contradicts")),
        ("origins.csv", "Origin", ("derived_from",)),
        ("limits.csv", "Limit", ("claims", "records", "product_words")),
        ("public-record/statements.csv", "Statement", ("questions",)),
        ("public-record/notified.csv", "Notification", ("suppliers", "derived_from")),
        ("public-record/sightings.csv", "Sighting", ()),
        ("public-record/vessels.csv", "Vessel", ("former_names",)),
    ):
        with (SECOND_CASE / file).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                cells = {key: value for key, value in row.items() if value}
                yield (
                    kind_of[kind],
                    {key: cells[key].replace(" ", "").split(";") if key in lists else cells[key] for key in cells},
                )
    for path in sorted((SECOND_CASE / "documents").iterdir()):
        raw = tomllib.loads((path / "evidence.toml").read_text(encoding="utf-8"))
        yield kind_of["Document"], raw["document"] | {"id": path.name, "text": "x"}
        yield from ((kind_of["Claim"], claim | {"document": path.name}) for claim in raw["claim"])
    for file, kind in (("hypotheses.toml", "Hypotheses"), ("assumptions.toml", "Assumptions")):
        raw = tomllib.loads((SEEDS / file).read_text(encoding="utf-8"))
        yield kind_of[kind], raw
        yield from ((kind_of["Assumption"], one) for one in raw.get("assumption", ()))
        yield from ((kind_of["Published"], one) for one in raw.get("published", ()))
        yield from ((kind_of["Item"], one) for one in raw.get("item", ()))


def test_one_wrong_key_is_the_one_problem_of_its_entry() -> None:
    tried = 0
    for kind, raw in raw_entries():
        for key in raw:
            problems: list[Problem] = []
            build(kind, raw | {key: object()}, "made.toml", "here", problems)
            assert {problem.place for problem in problems} == {f"here, {key}"}, (kind, raw, problems)
            tried += 1
    assert tried > 500


def test_keys_that_do_not_fit_together_are_told_beside_one_that_is_wrong(second_copy: Path) -> None:
    plant(second_copy / LETTER, 'kind = "fact"\ntopic = "traffic"', 'kind = "fakt"\ntopic = "traffic"')
    plant(second_copy / LETTER, 'value = 31\nunit = "barge"\n', "value = 31\n")
    found = [(problem.place, problem.what) for problem in examine(second_copy).problems]
    assert ("claim P01, kind", "this word is not in the list") in found
    assert ("claim P01", "the number is not whole: it has operator, value") in found


def test_what_does_not_fit_within_an_entry_of_an_entry_is_told_beside_what_is_wrong_there() -> None:
    rating = {"hypothesis": "above", "mark": "CC", "reason": "It says so."}
    item = {"id": "one", "title": "One", "weight": 3, "ratings": [rating]}
    problems: list[Problem] = []
    build(data.models.hypotheses.Item, item, "f", "p", problems)
    assert {problem.place: problem.what for problem in problems} == {
        "p, weight": "this value is wrong",
        "p, ratings.1.reason": "nobody knows this key",
        "p, ratings.1": "the mark CC has no why",
        "p": "the item rests on nothing",
    }


def test_a_refusal_without_keys_needs_the_whole_entry() -> None:
    class Pair(Entry):
        one: int
        other: int

        def contradictions(self) -> Iterator[Refusal]:
            yield Refusal("they differ", "Write the same.")

    problems: list[Problem] = []
    build(Pair, {"one": 1, "other": "x"}, "f", "p", problems)
    assert [problem.place for problem in problems] == ["p, other"]


@pytest.mark.parametrize(
    ("line", "place", "cause"),
    [
        ("title = 'Putin's ships'", "line 2, column 16", "the line goes on behind its end"),
        ("title = True", "line 2, column 9", "what stands behind the = is no value"),
        ("title = 10,000", "line 2, column 11", "the line goes on behind its end"),
        ("title", "line 2, column 6", "a key has no = behind it"),
        ('title = "C:\\ships"', "line 2, column 14", "a backslash stands in double quotation marks"),
        ("title = 'two\nlines'", "line 2, column 13", "words in quotation marks go on over the end of the line"),
        ("title = '''never closed", "line 2", "words in quotation marks are not closed"),
        ("a = 1\na = 2", "line 3, column 6", "a key stands twice"),
        ("claims = ['S01' 'S02']", "line 2, column 17", "a list lacks a comma or its end"),
        ("day = 2031-02-30", "line 2, column 7", "the calendar has no such day"),
        ("[document", "line 2, column 10", "square brackets are not closed"),
        ("= 3", "line 2, column 1", "a line begins with something that is no key"),
    ],
)
def test_toml_that_cannot_be_read_is_told_with_its_line_and_a_cause(
    tmp_path: Path, line: str, place: str, cause: str
) -> None:
    write(tmp_path / "made.toml", f"format = 1\n{line}\n")
    problems: list[Problem] = []
    assert read_toml(tmp_path / "made.toml", "made.toml", problems) is None
    (problem,) = problems
    assert problem.place == place
    assert problem.what.startswith(f"the file is not sound TOML: {cause}")
    assert problem.seen[1:-1] in line.splitlines() or place.startswith("line 3")
    assert problem.remedy


def test_all_that_the_reader_of_toml_can_say_has_a_cause_of_ours() -> None:
    source = Path(tomllib.__file__).with_name("_parser.py").read_text(encoding="utf-8")
    said = [part.split('"')[1] for part in source.split("suffixed_err(src, pos, ")[1:]]
    assert len(said) > 15
    unknown = [words for words in said if not words.startswith(tuple(TOML_CAUSES))]
    assert unknown == []


def test_words_that_no_reader_of_toml_says_today_are_told_without_them() -> None:
    fault = toml_fault(ValueError("Something new (at line 1, column 3)"), "a = b")
    assert (fault.place, fault.seen, fault.cause) == ("line 1, column 3", "'a = b'", "it is not written as TOML")


@pytest.fixture(params=[131_072, 1_000_000_000])
def limit_of_the_process(request: pytest.FixtureRequest) -> Iterator[None]:
    """The csv module has one limit for the whole process, and a library that anybody imports may lift it."""
    before = csv.field_size_limit(request.param)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("limit_of_the_process")
@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ('"open,b', "a quotation mark is opened and not closed"),
        ('"a" x,b', "after a closing quotation mark the cell goes on"),
        (f'"{"x" * 140_000}",b', "a cell is longer than 131,072 characters"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_a_cause(tmp_path: Path, row: str, cause: str) -> None:
    write(tmp_path / "made.csv", f"one,two\n{row}\n3,4\n")
    problems: list[Problem] = []
    read = read_csv(tmp_path / "made.csv", "made.csv", ("one", "two"), (), problems)
    assert f"the row is not sound CSV: {cause}" in [problem.what for problem in problems]
    assert read.rows == [(3, {"one": "3", "two": "4"})]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "the right to do so is missing"),
        (errno.ENOSPC, "the disk is full"),
        (12345, "the system refuses it (error 12345)"),
    ],
)
def test_why_the_system_refuses_is_said_in_plain_words(code: int, words: str) -> None:
    assert reason(OSError(code, "Library words")) == words


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    write(tmp_path / "made.csv", "x\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems: list[Problem] = []
    assert read_text(tmp_path / "made.csv", "made.csv", problems) is None
    assert problems[0].what == "the file cannot be read: the right to do so is missing"


@pytest.mark.parametrize("file", [EVENTS, CASE])
def test_words_to_choose_from_are_written_as_their_file_takes_them(second_copy: Path, file: str) -> None:
    if file == EVENTS:
        plant(second_copy / EVENTS, "2031-10-03,stated", "2031-10-03,guessed")
        remedy = "Write stated, relative or inferred."
    else:
        plant(second_copy / LETTER, 'reliability = "B"', 'reliability = "G"')
        remedy = "Write 'A', 'B', 'C', 'D', 'E' or 'F'."
    assert examine(second_copy).problems[0].remedy == remedy
