"""Nothing about one case is typed into the code: titles, lanes, units and the limit come from the seeds folder."""

import re
from pathlib import Path

import pytest

from tests.pages.view import PAGE_NAMES, ROOT, Opened

# Words by which one would know the project's own case; ids as well, save as examples of how an id is written.
THE_CASE = re.compile(
    r"russia|korea|\bUN\b|united nations|\boils?\b|petroleum|\bcrude\b|tanker|pyongyang|moscow|kremlin|seoul|ukrain"
    r"|kyiv|vostochny|\bDPRK\b|\bBBC\b|putin|\bkim\b|zelensk|rutte|\btreaty\b|\btroops?\b|soldier|missile",
    re.IGNORECASE,
)
CLAIM_IDS = re.compile(r"\b[AB]\d\d\b")
EXAMPLE = re.compile(r"such as [^.]*|^# .*", re.MULTILINE)
# Words of languages, of units and of states, whatever a case is about.
VOCABULARY = {
    ROOT / "data" / "models" / "names.py", ROOT / "data" / "numbers" / "shares.py",
    *(ROOT / "data" / "numbers").rglob("*.toml"),
}  # fmt: skip
SOURCES = sorted(
    path
    for folder in ("data", "components", "hosting")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".js", ".css", ".toml", ".html") and path not in VOCABULARY
)
ADDRESSES: dict[str, dict[str, str | list[str]]] = {
    "overview": {"claim": "P02"}, "timeline": {"event": "copper-shipped"}, "volumes": {"claim": "Q01"}, "estimate": {},
    "comparison": {"layer": "record"}, "documents": {"claim": "R03"}, "record": {"record": "osprey"}, "method": {},
    "briefing": {"layer": "record", "slides": ["judgements", "timeline"]},
}  # fmt: skip


def test_the_search_sees_the_case_where_it_is() -> None:
    found = {match.lower() for match in THE_CASE.findall((ROOT / "seeds" / "case.toml").read_text(encoding="utf-8"))}
    assert {"russia", "korea", "un", "oil", "troops", "treaty"} <= found


@pytest.mark.parametrize("path", [*SOURCES, ROOT / "dashboard.py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_source_names_the_case(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert THE_CASE.findall(text) + CLAIM_IDS.findall(EXAMPLE.sub("", text)) == []


@pytest.mark.parametrize("where", PAGE_NAMES)
def test_no_page_of_another_case_names_it(opened: Opened, second_case: Path, where: str) -> None:
    view = opened(where, second_case, **ADDRESSES[where])
    seen = "\n".join([view.text, *view.markdown, *map(str, view.figures), *view.app.query_params])
    quoted = seen.replace("[A04](javascript:alert(3))", "")  # stands in a note of that case, to tempt
    assert THE_CASE.findall(quoted) + CLAIM_IDS.findall(quoted) == []


def test_lanes_and_units_come_from_the_folder(opened: Opened, second_case: Path) -> None:
    app = opened("timeline", second_case).app
    assert app.multiselect(key="lane").options == ["Shipments", "Agreements and cap", "Statements"]
