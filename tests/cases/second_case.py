"""The invented second case: its folder, its files, and what is found in a broken copy of it as short text."""

from pathlib import Path

from data.reading.seeds import Findings

SECOND_CASE = Path(__file__).parent / "second-case"
CASE, EVENTS, LIMITS, ORIGINS, QUESTIONS = "case.toml", "events.csv", "limits.csv", "origins.csv", "questions.toml"
LETTER = "documents/harbour-letter/evidence.toml"
LETTER_TEXT = "documents/harbour-letter/text.txt"
BULLETIN = "documents/market-bulletin/evidence.toml"
BROADCAST = "documents/night-broadcast/evidence.toml"
STATEMENTS, NOTIFIED = "public-record/statements.csv", "public-record/notified.csv"
SIGHTINGS, VESSELS = "public-record/sightings.csv", "public-record/vessels.csv"
RECORD = (STATEMENTS, NOTIFIED, SIGHTINGS, VESSELS)


def places(findings: Findings) -> list[str]:
    """Where the problems stand: "limits.csv, row 2, value"."""
    return [", ".join(part for part in (inside(one.file), one.place) if part) for one in findings.problems]


def withheld(findings: Findings) -> dict[str, str]:
    """What is withheld, and on what it rests."""
    return {f"{inside(one.file)}, {one.place}": one.rests_on for one in findings.withheld}


def inside(file: str) -> str:
    """A file as it is named inside the folder."""
    return file.removeprefix("second-case/")
