"""What was checked of a claim, in words: by machine, by a curator, by nobody; the sentences are written by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from data import comparison_frame, read_evidence, timeline_frame, volumes_frame
from data.derived import derived_frame
from data.estimate.result import Estimate, estimate
from data.export.annotations import annotations
from data.export.timelinejs import timelinejs_csv
from data.frames.reported import headline_row
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.links import Links
from data.proof.checked import checked, product_by, said_by
from data.proof.read_by import limit_read_by, read_by, words_read_by
from data.reading.seeds import examine
from data.texts.measures import measures_of
from tests.cases.curator_case import REASON, write_curator_case
from tests.data.export.exported import export_of, row

QUOTED = "Checked by machine: the quote stands in the text, word for word"
NOT_CHECKED = "Not checked: whether it is true."


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    return read_evidence(write_curator_case(tmp_path_factory.mktemp("curated") / "case"))


def told(claim_id: str, evidence: Evidence, **changed: object) -> tuple[str, ...]:
    claim = evidence.claim_by_id[claim_id].model_copy(update=changed)
    return checked(claim, evidence).sentences


def test_the_made_case_is_sound(tmp_path: Path) -> None:
    assert [str(problem) for problem in examine(write_curator_case(tmp_path / "case")).problems] == []


def test_a_number_that_a_machine_has_read_is_said_to_be_its_words(evidence: Evidence) -> None:
    assert told("S01", evidence) == (
        f"{QUOTED}; number, operator and unit are those of its words; the date stands in its words.",
        NOT_CHECKED,
    )


def test_a_unit_that_the_quote_does_not_name_is_not_said_to_be_read(evidence: Evidence) -> None:
    assert told("S01", evidence, quote="100", date=None) == (
        f"{QUOTED}; number and operator are those of its words.",
        NOT_CHECKED,
    )


def test_what_a_curator_read_is_never_said_to_be_checked_by_machine(evidence: Evidence) -> None:
    read = f"number, operator and unit, from the words “bin iki yüz” ({REASON})"
    firm = "how firm it is, “reported” (The harbour tells its own sales)"
    counted = "what is counted, “salt” (Tuz is the Turkish word for salt)"
    assert told("T01", evidence) == (
        f"{QUOTED}.",
        f"Read by a curator: {read}; the date, inferred; {firm}.",
        f"A curator’s own words: {counted}; who says it, “Harbour Office”.",
        NOT_CHECKED,
    )


@pytest.mark.parametrize(
    ("basis", "words"),
    [("relative", "Read by a curator: the date, counted from another one."),
     ("inferred", "Read by a curator: the date, inferred.")],
)  # fmt: skip
def test_a_date_that_is_not_stated_is_a_curators_reading(basis: str, words: str, evidence: Evidence) -> None:
    assert told("S01", evidence, date_basis=basis)[1] == words


def test_why_a_hedged_claim_is_called_firmer_is_a_curators_reading(evidence: Evidence) -> None:
    found = told("S01", evidence, modality="observed", modality_reason="He saw the barges himself.")
    assert found[1] == "Read by a curator: how firm it is, “observed” (He saw the barges himself)."


def test_a_claim_without_number_and_date_has_its_quote_checked_alone(evidence: Evidence) -> None:
    found = told("S01", evidence, operator=None, value=None, unit=None, product="", date=None)
    assert found == (f"{QUOTED}.", NOT_CHECKED)


def test_a_product_is_the_texts_word_or_a_curators(evidence: Evidence) -> None:
    first, second = evidence.claim_by_id["S01"], evidence.claim_by_id["T01"]
    assert (product_by(first, evidence), product_by(second, evidence)) == ("text", "curator")
    assert product_by(first.model_copy(update={"product_reason": "To be sure."}), evidence) == "text"
    assert product_by(first.model_copy(update={"product": ""}), evidence) == ""


def test_who_says_so_is_marked_where_the_text_does_not_name_him(evidence: Evidence) -> None:
    own, voice = evidence.claim_by_id["T01"], evidence.claim_by_id["S01"]
    assert said_by(own, evidence) == "Harbour Office (a curator’s own words)"
    assert said_by(own.model_copy(update={"via": "radio"}), evidence) == (
        "Harbour Office (a curator’s own words), via radio (a curator’s own words)"
    )
    assert said_by(own.model_copy(update={"speaker": "Yukarı Vadi"}), evidence) == "Yukarı Vadi"
    assert said_by(voice, evidence) == "document voice"


def test_one_number_of_a_curators_makes_all_of_them_his(evidence: Evidence) -> None:
    machine, curator = evidence.claim_by_id["S01"], evidence.claim_by_id["T01"]
    without = machine.model_copy(update={"operator": None, "value": None, "unit": None})
    assert [read_by(claims) for claims in ([machine], [machine, curator], [without], [])] == [
        "machine", "curator", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "reader"),
    [("Over 1,200 tonnes", "curator"), ("twelve hundred tonnes", "curator"), ("bin iki yüz ton", "curator"),
     ("1,300 tonnes", ""), ("Salt was sold", "")],
)  # fmt: skip
def test_words_that_repeat_a_curators_number_are_known(words: str, reader: str, evidence: Evidence) -> None:
    assert words_read_by(words, ["T01"], evidence) == reader


def test_words_that_repeat_a_machines_number_need_no_mark(evidence: Evidence) -> None:
    assert words_read_by("100 tonnes", ["S01"], evidence) == ""


def test_a_limit_is_read_by_a_curator_only_if_no_machine_read_it(evidence: Evidence) -> None:
    limit = evidence.limits[0]
    stated = [limit.model_copy(update={"claims": claims}) for claims in (("T01",), ("T01", "S01"), ("S01",), ())]
    assert [limit_read_by(one, evidence) for one in stated] == ["curator", "machine", "machine", ""]


def test_the_trips_of_the_model_say_that_a_curator_read_them() -> None:
    own = read_evidence()
    claims = tuple(
        one.model_copy(update={"value_reason": "Made for a test."}) if one.id == "B04" else one for one in own.claims
    )
    modelled = estimate(replace(own, claims=claims), Settings(trips="floor"))
    assert isinstance(modelled, Estimate)
    assert modelled.trips_words == "41 trips, the least that the words allow (read by a curator)"


def test_the_frames_name_who_read_their_numbers(evidence: Evidence) -> None:
    barrels, events, cells = volumes_frame(evidence), timeline_frame(evidence), comparison_frame(evidence)
    assert list(zip(barrels["claim_ids"], barrels["number_read_by"], barrels["product_by"], strict=True)) == [
        (("T01",), "curator", "curator"), (("S01",), "machine", "text"),
    ]  # fmt: skip
    assert events.set_index("event_id")["number_read_by"].to_dict() == {"shipment-01": "", "sale": "curator"}
    assert dict(zip(cells["document"], cells["number_read_by"], strict=True)) == {"R1": "", "T": "curator"}
    derived = derived_frame(evidence, headline_row(barrels, evidence))
    assert list(derived["number_read_by"]) == ["curator"]


def test_the_units_of_a_case_are_put_together_once(evidence: Evidence) -> None:
    assert measures_of(evidence.case.units, "tr") is measures_of(evidence.case.units, "tr")


def test_the_tables_of_an_export_say_who_read_each_number(tmp_path: Path) -> None:
    evidence = read_evidence(write_curator_case(tmp_path / "case"))
    sheets = {sheet.name: sheet for sheet in export_of(evidence).sheets}
    claims = row(sheets["claims"], claim_id="T01")
    assert (claims["number_read_by"], claims["product_by"]) == ("curator", "curator")
    assert claims["value_reason"] == f"{REASON}."
    assert claims["checked"].startswith(f"{QUOTED}. Read by a curator: number, operator and unit, from the words")
    assert claims["checked"].endswith(NOT_CHECKED)
    assert row(sheets["claims"], claim_id="S01")["number_read_by"] == "machine"
    assert row(sheets["events"], event_id="sale")["number_read_by"] == "curator"
    assert row(sheets["comparison"], document="T")["number_read_by"] == "curator"
    assert row(sheets["volumes"], document="T")["number_read_by"] == "curator"


def test_annotations_and_timeline_say_so_too(evidence: Evidence) -> None:
    links = Links("https://example.invalid")
    noted, drawn = annotations(evidence, links).decode(), timelinejs_csv(evidence, links).decode()
    assert f"number: = 1200 tonnes, read by a curator ({REASON}.), counted as salt by a curator" in noted
    assert "speaker: Harbour Office (a curator’s own words)" in noted
    assert "number: = 100 tonnes, of “salt”" in noted
    assert noted.count("checked: Checked by machine: the quote stands in the text, word for word") == 2
    assert '1,200 tonnes of salt sold (read by a curator)"' in drawn
    assert drawn.count("Number read by a curator.") == 1
    assert "Says: Harbour Office (a curator’s own words) (reported)." in drawn
