"""python -m barrelwatch reanchor: a newer version of a text is a document of its own, and one text in all counts."""

from pathlib import Path

import pytest

from barrelwatch import main
from components.nodes.claims import card
from data.frames.comparison import comparison_frame
from data.frames.descent import descent_frame
from data.frames.reported import reported_frame
from data.models.origins import are_independent
from data.reading.seeds import examine, read_evidence
from tests.cases.edit import plant
from tests.cases.second_case import CASE, LETTER, LETTER_TEXT
from tests.pages.view import text_of


@pytest.fixture
def newer(second_copy: Path) -> Path:
    """A newer version of the letter: a line before it, and another number of barges."""
    path = second_copy.parent / "newer.txt"
    text = (second_copy / LETTER_TEXT).read_text("utf-8").replace("31 barges", "35 barges")
    path.write_text(f"A correction.\n{text}", "utf-8")
    return path


def reanchor(file: Path, folder: Path, document: str = "P") -> int:
    return main(["reanchor", str(file), "--document", document, "--seeds", str(folder)])


def test_what_stands_as_it_stood_is_taken_over_and_the_rest_is_listed(
    newer: Path, second_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reanchor(newer, second_copy) == 0
    told = capsys.readouterr().out
    assert "Claims taken over: 3 of 4." in told
    assert "  P02 -> A02: moved\n" in told
    assert "  P01 not taken over: changed (number" in told
    assert "  Event “31 barges counted at Port Ansel” (events.csv), which loses P01\n" in told
    assert "    P01 is changed there (number, date): see whether this still holds; " in told
    assert "    A02 says what P02 says: name it instead.\n" in told
    assert told.rindex("which loses P01") < told.index("Limit “")
    evidence = read_evidence(second_copy)
    letter = evidence.document_by_id["harbour-letter-2"]
    assert (letter.label, letter.supersedes, letter.reliability) == ("A", "harbour-letter", "B")
    assert [claim.id for claim in evidence.claims_of(letter.id)] == ["A02", "A03", "A04"]
    second, first = evidence.claim_by_id["A02"], evidence.claim_by_id["P02"]
    assert (second.quantity, second.speaker, second.start) == (first.quantity, first.speaker, first.start + 14)


def test_two_versions_count_as_one_text_and_the_older_tells_of_the_newer(newer: Path, second_copy: Path) -> None:
    before = read_evidence(second_copy)
    reanchor(newer, second_copy)
    evidence = read_evidence(second_copy)
    assert [one.label for one in evidence.current_documents] == ["A", "Q", "R"]
    volumes = reported_frame(evidence)["claim_ids"].tolist()
    assert sorted(volumes) == [("A02",), ("Q01",), ("Q02",)]
    columns = comparison_frame(evidence)
    assert columns["document"].unique().tolist() == ["A", "Q", "R"]
    assert columns["answers"].tolist() == comparison_frame(before)["answers"].tolist()
    assert columns["sign"].tolist() == comparison_frame(before)["sign"].tolist()
    assert len(descent_frame(evidence)) == len(descent_frame(before))
    assert not are_independent(evidence.claim_by_id["A02"], evidence.claim_by_id["P01"], evidence)
    words = "There is a newer version of this text: document A: Letter of the harbour office"
    assert words in text_of(card(evidence.claim_by_id["P02"], evidence))
    assert words not in text_of(card(evidence.claim_by_id["A02"], evidence))


def test_the_claim_that_a_case_names_as_its_headline_stands_for_its_text(newer: Path, second_copy: Path) -> None:
    plant(second_copy / CASE, 'volume_topic = "volume"\n', 'volume_topic = "volume"\nheadline_claim = "P02"\n')
    reanchor(newer, second_copy)
    volumes = reported_frame(read_evidence(second_copy))["claim_ids"].tolist()
    assert sorted(volumes) == [("P02",), ("Q01",), ("Q02",)]


def test_the_check_warns_of_what_still_names_claims_of_the_older_version(newer: Path, second_copy: Path) -> None:
    reanchor(newer, second_copy)
    warned = [one for one in examine(second_copy).warnings if "is a newer version" in one.what]
    assert [(one.file.rpartition("/")[2], one.place, one.seen) for one in warned][:2] == [
        ("case.toml", "source_summary.claims", "P01, P02"),
        ("events.csv", "row 2, supports", "P01"),
    ]
    assert ("row 2, claims", "P03") in [(one.place, one.seen) for one in warned]  # of limits.csv
    assert "question volume, cell" in [one.place for one in warned]


def test_a_text_that_stands_here_already_is_newer_than_nothing(
    newer: Path, second_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer.write_bytes((second_copy / LETTER_TEXT).read_bytes())
    assert reanchor(newer, second_copy) == 1
    told = capsys.readouterr().out
    assert "this is the text of document P, character for character\n" in told
    assert "remedy:   There is nothing to bring in: go on with that document.\n" in told


def test_a_document_that_is_not_there_or_has_a_newer_version_is_refused(
    newer: Path, second_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reanchor(newer, second_copy, "../case") == 1
    assert "there is no sound document '../case'" in capsys.readouterr().out
    reanchor(newer, second_copy)
    newer.write_text("Another text.\n", "utf-8")
    assert reanchor(newer, second_copy) == 1
    assert "harbour-letter-2 is a newer version of harbour-letter" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "what"),
    [
        ("nowhere", "nobody knows nowhere"),
        ("harbour-letter", "no text is a newer version of itself"),
        ("night-broadcast", "harbour-letter is the newer version of night-broadcast already"),
    ],
)
def test_a_newer_version_of_nothing_of_itself_or_a_second_one_is_refused(
    second_copy: Path, named: str, what: str
) -> None:
    plant(second_copy / LETTER, 'label = "P"\n', f'label = "P"\nsupersedes = "{named}"\n')
    if named == "night-broadcast":
        bulletin = second_copy / "documents/market-bulletin/evidence.toml"
        plant(bulletin, 'label = "Q"\n', f'label = "Q"\nsupersedes = "{named}"\n')
    assert what in [problem.what for problem in examine(second_copy).problems]
