"""Whatever stands in a folder: the examination ends soon, and never raises."""

import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import Evidence, examine
from tests.cases.edit import write
from tests.cases.second_case import (
    BROADCAST,
    BULLETIN,
    CASE,
    EVENTS,
    LETTER,
    LETTER_TEXT,
    LIMITS,
    ORIGINS,
    QUESTIONS,
    RECORD,
    SECOND_CASE,
)


def test_ten_thousand_rows_of_nonsense_are_all_reported_in_seconds(second_copy: Path) -> None:
    with (second_copy / EVENTS).open("a", encoding="utf-8") as file:
        file.write(f"{'?,' * 11}?\n" * 10_000)
    began = time.process_time()
    reported = {problem.place.split(",")[0] for problem in examine(second_copy).problems}
    assert reported == {f"row {number}" for number in range(10, 10_010)}
    assert time.process_time() - began < 15


def test_ten_thousand_claims_of_nonsense_are_all_reported_in_seconds(second_copy: Path) -> None:
    good = (second_copy / BROADCAST).read_text(encoding="utf-8").split("[[claim]]")[1]
    with (second_copy / BROADCAST).open("a", encoding="utf-8") as file:
        for number in range(100, 10_100):
            claim = good.replace("R01", f"R{number}").replace("Copper leaves", f"Zinc {number} comes").rstrip()
            unknown = f"key{number} = 1" if number % 2 else ""
            file.write(f"\n[[claim]]{claim}\n{unknown}\n")
    began = time.process_time()
    found = examine(second_copy)
    assert len(found.problems) == 15_000  # each stands in the wrong place, every second has an unknown key too
    assert time.process_time() - began < 20


def test_a_descent_of_ten_thousand_steps_from_something_unsound_is_withheld_in_seconds(second_copy: Path) -> None:
    rows = "".join(f"step-{number},Step,body,step-{number + 1},stated,,,,,\n" for number in range(10_000))
    with (second_copy / ORIGINS).open("a", encoding="utf-8") as file:
        file.write(rows + "step-10000,Step,nobody,,,,,,,\n")
    began = time.process_time()
    assert len(examine(second_copy).withheld) == 10_000
    assert time.process_time() - began < 15


@given(
    st.sampled_from([CASE, EVENTS, LIMITS, ORIGINS, QUESTIONS, LETTER, LETTER_TEXT, *RECORD]),
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.integers(0, 6_000),
    st.integers(0, 400),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_in_any_file_make_the_examination_raise(
    second_copy: Path, file: str, content: bytes, place: int, length: int
) -> None:
    original = (SECOND_CASE / file).read_bytes()
    place %= len(original)
    for changed in (content, original[:place] + content + original[place + length :]):
        (second_copy / file).write_bytes(changed)
        found = examine(second_copy)
        assert found.problems or found.evidence.claims
        assert all(str(problem).replace("\n", "").isprintable() for problem in found.problems)
    (second_copy / file).write_bytes(original)


TOML_VALUE = st.recursive(
    st.sampled_from(["3", "true", '"x"', "[]", "{}", "2024-01-01", "inf", "07:32:00", "0xffffffffffffffff"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
    | inner.map(lambda value: f"{{ id = {value}, key = {value} }}"),
    max_leaves=5,
)  # fmt: skip


@given(st.sampled_from([CASE, QUESTIONS, LETTER, BULLETIN]), st.integers(0, 10_000), TOML_VALUE)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_of_another_shape_makes_the_examination_raise(
    second_copy: Path, file: str, number: int, value: str
) -> None:
    lines = (SECOND_CASE / file).read_text(encoding="utf-8").splitlines()
    keys = [index for index, line in enumerate(lines) if " = " in line]
    index = keys[number % len(keys)]
    lines[index] = f"{lines[index].split(' = ')[0]} = {value}"
    write(second_copy / file, "\n".join(lines) + "\n")
    found = examine(second_copy)
    assert all(str(problem).replace("\n", "").isprintable() for problem in found.problems)
    write(second_copy / file, (SECOND_CASE / file).read_bytes().decode())


@given(
    st.sampled_from([CASE, EVENTS, LIMITS, ORIGINS, QUESTIONS, LETTER, BULLETIN, BROADCAST, *RECORD]),
    st.integers(0, 10_000),
    st.sampled_from([0, 2]),
)
@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_any_line_lost_or_doubled_all_that_is_shown_stands_on_what_is_shown(
    second_copy: Path, file: str, number: int, times: int
) -> None:
    lines = (SECOND_CASE / file).read_text(encoding="utf-8").splitlines(keepends=True)
    number %= len(lines)
    write(second_copy / file, "".join([*lines[:number], *lines[number : number + 1] * times, *lines[number + 1 :]]))
    found = examine(second_copy)
    write(second_copy / file, "".join(lines))
    assert set(named_ids(found.evidence)) <= shown_ids(found.evidence)
    assert found.problems or not found.withheld


def named_ids(evidence: Evidence) -> Iterator[str]:
    """Every id that something shown names."""
    yield from evidence.case.source_summary.claims
    for claim in evidence.claims:
        yield from (claim.document, claim.topic, evidence.case.topic_by_id[claim.topic].lane)
        yield from (*claim.flags, *claim.corroborated_by, *filter(None, (claim.unit, claim.origin)))
    for event in evidence.events:
        yield from (event.lane, *event.claim_ids)
    for question in evidence.questions:
        yield from (*question.claim_ids, *(cell.document for cell in question.cells))
    for limit in evidence.limits:
        yield from (limit.unit, *limit.claims)
    for origin in evidence.origins:
        yield from origin.derived_from
    for record in evidence.record_by_id.values():
        yield record.origin
        for key in ("topic", "unit", "superseded_by", "factor_from", "vessel", "dwt_origin"):
            yield from filter(None, [getattr(record, key, None)])
        yield from (*getattr(record, "questions", ()), *getattr(record, "derived_from", ()))


def shown_ids(evidence: Evidence) -> set[str]:
    """Every id that is shown."""
    case = evidence.case
    lanes, units = {lane.id for lane in case.lanes}, {unit.id for unit in case.units}
    return (
        lanes
        | units
        | {*case.topic_by_id, *case.flag_by_id}
        | {*evidence.claim_by_id, *evidence.document_by_id, *evidence.origin_by_id, *evidence.record_by_id}
        | {question.id for question in evidence.questions}
    )
