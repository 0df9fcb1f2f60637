"""An edition is what verify.py and a comparison ask for: sealed in every part, and its evidence and headline in it."""

import json
import random
from pathlib import Path

import pytest

from components.edition.whole import edition
from components.sentences.changes import numbers_in_words
from data.editions.comparing import compared, read
from data.editions.sealing import opened
from data.export import verify
from data.reading.seeds import SEEDS, read_evidence
from data.recording import headline_of
from tests.cases.salt_case import write_case

CHANGES, SEED = 500, 14


@pytest.fixture(scope="module")
def own() -> bytes:
    return edition(read_evidence(SEEDS), SEEDS, "made.html")


def told_of(content: bytes) -> tuple[int, list[str]]:
    told: list[str] = []
    found = verify.places(content)
    return verify.judged(content, found, verify.of_edition(content, found), "", told.append), told


def test_every_page_text_and_quote_of_it_is_as_sealed(own: bytes) -> None:
    evidence, (code, told) = read_evidence(SEEDS), told_of(own)
    assert code == 0
    assert {"as sealed: Overview", "as sealed: The cards", "as sealed: Its script"} <= set(told)
    assert len([line for line in told if "Quote of claim" in line]) == len(evidence.claims)
    assert len([line for line in told if "Text of document" in line]) == len(evidence.documents)


def test_a_text_in_it_has_the_sum_that_its_curator_wrote(own: bytes) -> None:
    listed = json.loads(own[slice(*verify.places(own)["#parts"])])
    sums = {part["name"]: part["sha256"] for part in listed}
    for document in read_evidence(SEEDS).documents:
        assert sums[f"Text of document {document.label}"] == document.sha256


def test_it_holds_the_evidence_it_was_made_from_and_says_its_headline(own: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.html").write_bytes(own)
    evidence = read_evidence(SEEDS)
    findings, held = read(tmp_path / "made.html")
    assert findings.problems == ()
    assert compared(findings.evidence, evidence).changed == ()
    assert held
    assert held.words == numbers_in_words(headline_of(evidence), evidence)
    assert held.headline == headline_of(evidence)._replace(high=held.headline.high)
    assert opened(own).told["fingerprint"] == evidence.fingerprint


def test_every_change_of_one_byte_is_named(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    made, chance, unnamed = edition(read_evidence(folder), folder, "made.html"), random.Random(SEED), []
    for _ in range(CHANGES):
        place, byte = chance.randrange(len(made)), chance.randrange(1, 256)
        code, told = told_of(made[:place] + bytes([made[place] ^ byte]) + made[place + 1 :])
        if code != 1 or not any(line.startswith(("CHANGED: ", "missing: ")) for line in told):
            unnamed.append(place)
    assert unnamed == []
