"""An edition holds what verify.py and a comparison ask for: every text and quote by its sum, its headline in words."""

import json
from pathlib import Path

from components.edition.whole import edition
from components.sentences.changes import numbers_in_words
from data.editions.comparing import compared, read
from data.export import verify
from data.reading.seeds import read_evidence
from data.recording import headline_of
from tests.cases.second_case import SECOND_CASE


def test_it_is_sealed_text_by_text_and_quote_by_quote_and_can_be_compared(tmp_path: Path) -> None:
    evidence, path = read_evidence(SECOND_CASE), tmp_path / "made.html"
    path.write_bytes(edition(evidence, SECOND_CASE, "made.html"))
    told: list[str] = []
    assert verify.verify(path, "", told.append) == 0
    assert len([line for line in told if "as sealed: Quote of claim " in line]) == len(evidence.claims) > 10
    content = path.read_bytes()
    listed = json.loads(content[slice(*verify.places(content)["#parts"])])
    sums = {part["name"]: part["sha256"] for part in listed}
    for document in evidence.documents:  # the sum that its curator wrote
        assert sums[f"Text of document {document.label}"] == document.sha256
    findings, held = read(path)
    assert compared(findings.evidence, evidence).changed == ()
    assert held
    assert held.words == numbers_in_words(headline_of(evidence), evidence)
    assert repr(held.headline) == repr(headline_of(evidence))
