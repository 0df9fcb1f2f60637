"""The cases a briefing must withstand, each as the matter its slides are made from."""

from pathlib import Path
from tempfile import TemporaryDirectory

from components.slides.view import Matter, matter_of
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.links import Links
from data.reading.seeds import SEEDS, read_evidence
from tests.components.cited_frames import without_fingerprint
from tests.conftest import SECOND_CASE
from tests.making import plant, write, write_case
from tests.pages.hostile import write_hostile_case
from tests.straining import write_strained_case

CASES = (
    "own", "own with the record", "second case", "hostile texts", "long texts", "thirty documents", "no documents",
    "no limit", "no number",
)  # fmt: skip


def matter_named(name: str) -> Matter:
    """One of CASES, or another "with the record", read anew.

    Its evidence has a fingerprint that no comma in the seeds changes.
    """
    with TemporaryDirectory() as folder:
        evidence = without_fingerprint(read_evidence(_folder(name, Path(folder))))
    links = Links("https://example.invalid", evidence.fingerprint)
    with_record = name.endswith("with the record") or name in ("hostile texts", "long texts")
    return matter_of(evidence, estimate(evidence, Settings()), links, with_record)


def _folder(name: str, room: Path) -> Path:
    if name.startswith("own"):
        return SEEDS
    if name.startswith("second case"):
        return SECOND_CASE
    made = {"thirty documents": 30, "no documents": 0, "no limit": 2, "no number": 2}
    if name in made:
        folder = write_case(room / "made", made[name])
        return (
            _without_limit(folder) if name == "no limit" else _without_number(folder) if name == "no number" else folder
        )
    return write_hostile_case(room / "made") if name == "hostile texts" else write_strained_case(room / "made")


def _without_limit(folder: Path) -> Path:
    plant(folder / "case.toml", 'headline_limit = "salt-cap"\n', "")
    limits = (folder / "limits.csv").read_text(encoding="utf-8")
    write(folder / "limits.csv", limits.splitlines(keepends=True)[0])
    return folder


def _without_number(folder: Path) -> Path:
    for number in (1, 2):
        evidence = folder / "documents" / f"report-{number:02}" / "evidence.toml"
        plant(evidence, f'operator = "="\nvalue = {number * 100}\nunit = "tonne"\n', "")
    plant(folder / "questions.toml", "figure = true\n", "")
    return folder
