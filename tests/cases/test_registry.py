"""The cases that tests read are sound, so that whatever a test finds in one is what it is about."""

from pathlib import Path

import pytest

from data import examine
from tests.cases.registry import CASES, folder_of


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_sound(name: str, tmp_path: Path) -> None:
    assert examine(folder_of(name, tmp_path)).problems == ()
