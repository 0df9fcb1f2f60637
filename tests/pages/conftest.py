"""Pages opened through the router, on any folder of the format."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from components.sentences.method import SECTIONS
from components.state import SEEDS_VARIABLE
from data.reading.seeds import SEEDS
from tests.cases.registry import folder_of
from tests.pages.view import DASHBOARD, Opened, View

FOLDED = ("tests", "limits", *SECTIONS, "origins", "beliefs", "comparisons", "loads", "published")
PATIENCE_S = 180  # on cores that other tests use
OPENED = ("own", "second case", "hostile texts", "no documents", "one document", "thirty documents")


class Files(Mapping[str, bytes]):
    """What the download buttons of a page hand out, by file name; a file is made when it is first looked at."""

    def __init__(self) -> None:
        self._makers: dict[str, Callable[[], bytes]] = {}

    def offer(self, name: str, make: Callable[[], bytes]) -> None:
        """A file that a button hands out, in place of one of that name."""
        self._makers[name] = cache(make)

    def __getitem__(self, name: str) -> bytes:
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


@pytest.fixture(autouse=True)
def no_search_for_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest searches all installed packages for components, in each session anew; ours come from no package."""
    monkeypatch.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens a page of a new session, with all it folds away: `opened("timeline", seeds=folder, lane="shipments")`."""

    expander = st.expander

    def unfold(label: str, expanded: bool = False, *, key: str | None = None, **rest: Any) -> Any:
        part = (key or "").removeprefix("fold ")
        return expander(label, expanded or part in FOLDED or part.startswith("table "), key=key, **rest)

    def _opened(name: str, seeds: Path = SEEDS, unfolded: bool = True, **query: str | list[str]) -> View:
        monkeypatch.setenv(SEEDS_VARIABLE, str(seeds))
        monkeypatch.setattr(st, "expander", unfold if unfolded else expander)
        return View(AppTest.from_file(DASHBOARD, default_timeout=PATIENCE_S)).go(name, **query)

    return _opened


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """What the download buttons of a page hand out, by file name."""
    handed_out = Files()

    def remembered(label: str, data: Callable[[], bytes], **rest: Any) -> bool:
        handed_out.offer(rest["file_name"], data)
        return button(label, data, **rest)

    button = st.download_button
    monkeypatch.setattr(st, "download_button", remembered)
    return handed_out


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Sound folders of every size, by their names in the registry."""
    room = tmp_path_factory.mktemp("cases")
    return {name: folder_of(name, room) for name in OPENED}
