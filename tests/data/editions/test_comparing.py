"""What changed between two states: field by field, with the reason that was recorded, harmless as a table."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.editions.comparing import Changed, Field, as_csv, compared, read
from data.editions.rows import Key
from data.editions.sealing import NoEdition
from data.models.changes import Change
from data.models.evidence import Evidence
from data.reading.seeds import SEEDS
from tests.cases.second_case import SECOND_CASE
from tests.data.editions.small_edition import small_edition
from tests.data.editions.test_swapping import with_row, without


def recorded(number: int, fingerprint: str, what: str) -> Change:
    given = {"version": "1", "fingerprint": fingerprint * 64, "what": what, "why": "It was misread."}
    return Change.model_validate({"change_id": f"change-{number:03}", "date": date(2031, 1, number), **given})


def states(evidence: Evidence, *whats: str) -> tuple[Evidence, Evidence]:
    """A state and a newer one, in which as many changes are recorded as words are given."""
    first = recorded(1, "1", "The first state.")
    since = [recorded(number, str(number), what) for number, what in enumerate(whats, 2)]
    old = replace(evidence, fingerprint="1" * 64, changes=(first,))
    new = with_row(evidence, Key("claim", "A04"), value=2_000_000.0, note="")
    return old, replace(new, fingerprint=f"{1 + len(whats)}" * 64, changes=(first, *since))


def test_each_field_is_told_before_and_after(evidence: Evidence) -> None:
    (row,) = compared(*states(evidence, "A number.")).changed
    assert (str(row.key), row.how) == ("claim A04", "changed")
    assert row.fields[0] == Field("value", "1000000", "2000000")
    assert [field.after for field in row.fields if field.name == "note"] == [""]


@pytest.mark.parametrize(
    ("whats", "reasons"),
    [
        (("A number.",), ["change-002"]),
        (("The dates.", "The number of A04."), ["change-003"]),
        (("The dates.", "The numbers."), []),
        (("The dates.", "The number of BA04 and A04-1."), []),
        ((), []),
    ],
)
def test_the_reason_is_that_of_the_change_that_names_the_row_or_of_the_only_one(
    evidence: Evidence, whats: tuple[str, ...], reasons: list[str]
) -> None:
    (row,) = compared(*states(evidence, *whats)).changed
    assert [one.change_id for one in row.reasons] == reasons


def test_an_only_change_is_no_reason_where_the_data_were_changed_again(evidence: Evidence) -> None:
    old, new = states(evidence, "A number.")
    again = compared(old, replace(new, fingerprint="9" * 64))
    assert again.changed[0].reasons == ()
    assert [one.change_id for one in again.since or ()] == ["change-002"]
    assert compared(replace(old, fingerprint="8" * 64), new).since is None


def test_of_a_long_text_what_stands_where_it_begins_to_differ_is_told(evidence: Evidence) -> None:
    document = evidence.documents[0]
    text = f"{document.text[:500]}ZZZ{document.text[500:]}"
    new = with_row(evidence, Key("document", document.id), text=text, sha256="0" * 64)
    row = next(one for one in compared(evidence, new).changed if one.key.kind == "document")
    field = next(field for field in row.fields if field.name.startswith("text"))
    assert field.name == "text, from character 500"
    assert field.before == f"…{document.text[440:560]}… ({len(document.text):,} characters)"
    assert "ZZZ" in field.after


def test_rows_that_came_and_went_are_told_with_their_fields(evidence: Evidence) -> None:
    event = evidence.events[-1]
    less = without(evidence, Key("event", event.event_id))
    (gone,), (come,) = compared(evidence, less).changed, compared(less, evidence).changed
    assert (gone.how, come.how) == ("taken away", "added")
    assert Field("title", event.title, "") in gone.fields
    assert Field("title", "", event.title) in come.fields


def test_the_table_has_a_row_for_each_field_and_is_harmless_in_a_spreadsheet(evidence: Evidence) -> None:
    old, new = states(evidence, "A number.")
    new = with_row(new, Key("event", evidence.events[0].event_id), title="=HYPERLINK(1)")
    rows = list(csv.DictReader(io.StringIO(as_csv(compared(old, new)).decode("utf-8-sig"), newline="")))
    value = next(row for row in rows if row["field"] == "value")
    told = ("kind", "id", "how", "before", "after", "reason", "recorded_as", "moved_the_headline", "reported_after")
    assert [value[name] for name in told] == [
        "claim", "A04", "changed", "1000000", "2000000", "It was misread.", "change-002", "yes", "2000000",
    ]  # fmt: skip
    assert next(row["after"] for row in rows if row["field"] == "title") == "'=HYPERLINK(1)"


def test_the_numbers_of_the_headline_keep_their_decimals(evidence: Evidence) -> None:
    old, new = states(evidence)
    new = with_row(new, Key("claim", "A04"), value=44.1)
    rows = list(csv.DictReader(io.StringIO(as_csv(compared(old, new)).decode("utf-8-sig"), newline="")))
    assert [(row["reported_before"], row["reported_after"]) for row in rows][:1] == [("1000000", "44.1")]


def test_an_edition_and_a_folder_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "made.html").write_bytes(small_edition(SECOND_CASE))
    (of_edition, held), (of_folder, nothing) = read(tmp_path / "made.html"), read(SECOND_CASE)
    assert of_edition.evidence == of_folder.evidence
    assert held
    assert nothing is None
    assert compared(of_edition.evidence, of_folder.evidence).changed == ()
    with pytest.raises(NoEdition):
        read(SEEDS / "case.toml")


def test_another_case_altogether_can_be_compared(evidence: Evidence) -> None:
    other = read(SECOND_CASE)[0].evidence
    rows: dict[Key, Changed] = {row.key: row for row in compared(evidence, other).changed}
    assert rows[Key("claim", "A04")].how == "taken away"
    assert rows[Key("claim", "P01")].how == "added"
    assert rows[Key("case")].how == "changed"
