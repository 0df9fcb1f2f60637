"""The cases a briefing must withstand, each as the view its slides are made from."""

from components.slides.view import View, view_of
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.links import Links
from tests.cases.registry import evidence_of
from tests.components.record_frames import without_fingerprint

BRIEFED = (
    "own", "own with the record", "second case", "hostile texts", "long texts", "thirty documents", "no documents",
    "no limit", "no number",
)  # fmt: skip


def view_named(name: str) -> View:
    """One of BRIEFED, or another case "with the record", read anew; no comma in the seeds changes its fingerprint."""
    evidence = without_fingerprint(evidence_of(name.removesuffix(" with the record")))
    links = Links("https://example.invalid", evidence.fingerprint)
    with_record = name.endswith("with the record") or name in ("hostile texts", "long texts")
    return view_of(evidence, estimate(evidence, Settings()), links, with_record)
