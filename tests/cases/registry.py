"""Every case that tests read, by name: what it is for, and how its folder comes to be."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from data.models.evidence import Evidence
from data.reading.seeds import SEEDS, read_evidence
from tests.cases.curator_case import write_curator_case
from tests.cases.foreign_cases import FOREIGN, Foreign, write_foreign
from tests.cases.formula_texts import write_formula_case
from tests.cases.hostile_texts import write_hostile_case
from tests.cases.hypotheses_toml import write_hypotheses
from tests.cases.long_texts import write_long_case
from tests.cases.record_csv import write_record_case
from tests.cases.salt_case import write_case, write_case_without_limit, write_case_without_number
from tests.cases.second_case import SECOND_CASE


class Case(NamedTuple):
    """What a case is for, and what gives its folder: one that is only read, or one written where a path says."""

    what_for: str
    folder: Callable[[Path], Path]


def _with_hypotheses(folder: Path) -> Path:
    return write_hypotheses(Path(shutil.copytree(SECOND_CASE, folder)))


def _foreign(case: Foreign) -> Case:
    return Case(f"another field: {case.title}", lambda folder: write_foreign(folder, case))


CASES = {
    "own": Case("the project's own seeds: everything that the format knows", lambda _: SEEDS),
    "second case": Case("another subject, other units and languages; no assumptions", lambda _: SECOND_CASE),
    "with hypotheses": Case("the second case with hypotheses about its copper", _with_hypotheses),
    "no documents": Case("nothing but a frame: every list is empty", lambda folder: write_case(folder, 0)),
    "one document": Case("the least that is a case: no record, no assumptions", lambda folder: write_case(folder, 1)),
    "thirty documents": Case("more than a table or slide has room for", lambda folder: write_case(folder, 30)),
    "no limit": Case("two documents and nothing to hold their numbers against", write_case_without_limit),
    "no number": Case("two documents that give no number", write_case_without_number),
    "public record": Case("a record without rows, beside one document", write_record_case),
    "read by a curator": Case("a number in a language that no machine reads", write_curator_case),
    "hostile texts": Case("every free text is one that a page or a program could act on", write_hostile_case),
    "formula texts": Case("texts that a spreadsheet would run, and numbers with every operator", write_formula_case),
    "long texts": Case("names and quotes as long as they may be, in three alphabets", write_long_case),
    **{name: _foreign(case) for name, case in FOREIGN.items()},
}


def folder_of(name: str, room: Path) -> Path:
    """The folder of a case, made in a room of the test unless it is one that is only read."""
    return CASES[name].folder(room / name.replace(" ", "-"))


def evidence_of(name: str) -> Evidence:
    """The evidence of a case, read anew."""
    with TemporaryDirectory() as room:
        return read_evidence(folder_of(name, Path(room)))
