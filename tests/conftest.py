"""Folders that tests share: the project's own seeds and the invented second case, to read or to break."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

from data.models.evidence import Evidence
from data.reading.seeds import SEEDS, read_evidence
from tests.cases.second_case import SECOND_CASE

BROWSER = "tests/browser/"
# Begun first, so that no process is left alone with them at the end.
LONGEST = (BROWSER, "tests/data/mutations/", "tests/data/test_any_folder.py", "tests/test_house.py")


# No test is timed: on a busy machine the same example takes twice as long.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, all else in the order in which it stands."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # which has no types
    """Each file is one process's, and all files with a browser are one's: they share its servers and windows."""

    def _split_scope(self, nodeid: str) -> str:
        return BROWSER if nodeid.startswith(BROWSER) else str(super()._split_scope(nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: the one with the browser mostly waits for it."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    """Who gets which tests, where there is more than one process."""
    return ByFile(config, log)


@pytest.fixture(scope="session")
def second_case() -> Path:
    """The invented second case, read-only."""
    return SECOND_CASE


@pytest.fixture
def seeds_copy(tmp_path: Path) -> Path:
    """A copy of the project's own seeds that may be broken."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


@pytest.fixture
def second_copy(tmp_path: Path) -> Path:
    """A copy of the second case that may be broken."""
    return Path(shutil.copytree(SECOND_CASE, tmp_path / "second-case"))


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """The project's own evidence, read once."""
    return read_evidence()
