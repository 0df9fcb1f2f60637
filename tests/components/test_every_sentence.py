"""Every sentence of the product in one file under golden, for both cases and twelve settings: read it before renewing.

What a setting says like the setting as sourced stands there once.
"""

import os
import re
from collections.abc import Iterator
from functools import cache

import pytest

from data.models.evidence import Evidence
from tests.cases.registry import evidence_of
from tests.components.every_sentence import SETTINGS, every_sentence
from tests.components.record_frames import without_fingerprint
from tests.goldens import GOLDEN

READ = ("own", "second case")
NO_NUMBER = re.compile(r"\b(?:nan|NaT|inf|None(?! of))\b")
SINGLE = re.compile(r"(stays?|stands?|lies|lie) (below|within|under) the (?!limit)")


@cache
def case_of(name: str) -> Evidence:
    return without_fingerprint(evidence_of(name))


@cache
def said(case: str, setting: str) -> tuple[str, ...]:
    return tuple(every_sentence(case_of(case), SETTINGS[setting]))


def whole() -> Iterator[str]:
    for case in READ:
        known: set[str] = set()
        for setting in SETTINGS:
            yield f"==== {case}: {setting}"
            yield from (line for line in said(case, setting) if line not in known)
            known.update(said(case, setting))


def test_every_sentence_is_one_that_was_read() -> None:
    path, told = GOLDEN / "every-sentence.txt", "\n".join(whole()) + "\n"
    if os.environ.get("BARRELWATCH_GOLDEN") == "renew":
        path.write_text(told, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("case", READ)
def test_no_sentence_holds_what_is_no_number(case: str, setting: str) -> None:
    assert [line for line in said(case, setting) if NO_NUMBER.search(line)] == []


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("case", READ)
def test_nobody_alone_is_below_or_within_a_limit_for_all(case: str, setting: str) -> None:
    assert [line for line in said(case, setting) if SINGLE.search(line)] == []
