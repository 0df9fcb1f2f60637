"""The house keeps its own rules: lint, types, import contracts, sizes, and no raw HTML."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "components", "hosting", "tests", "benchmarks")
SOURCES = [
    ROOT / "barrelwatch.py",
    ROOT / "dashboard.py",
    ROOT / "serve.py",
    *sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")),
]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ],
    ids=["lint", "format", "types", "import contracts"],
)
def test_the_tools_find_nothing(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_longer_than_350_lines() -> None:
    long = [path.name for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > 350]
    assert long == []


def test_no_folder_has_more_than_20_modules() -> None:
    modules = Counter(path.parent.relative_to(ROOT) for path in SOURCES)
    crowded = {folder: many for folder, many in modules.items() if many > 20 and folder.parts[0] != "tests"}
    assert crowded == {}


def test_no_function_is_longer_than_45_lines() -> None:
    long = [
        f"{path.name}, line {part.lineno}"
        for path in SOURCES
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.FunctionDef) and (part.end_lineno or 0) - part.lineno + 1 > 45
    ]
    assert long == []


def test_no_page_hands_raw_html_to_the_browser() -> None:
    raw = re.compile(r"unsafe_allow_html|unsafe_allow_javascript|st\.html|components\.v1|innerHTML\s*=")
    found = [path.name for path in (ROOT / "components").rglob("*.[pj][ys]") if raw.search(path.read_text("utf-8"))]
    assert found == []


def test_the_check_of_the_seeds_finds_nothing() -> None:
    done = run("-m", "data", "check")
    sound = r"Sound\. documents: 2, claims: 72, events: 17, questions: 12, public record: \d+ rows\. "
    assert done.returncode == 0, done.stdout
    numbers = r"Numbers: 5, 5 of them read by machine, 0 by a curator\."
    assert re.fullmatch(sound + r"Every quote stands where it says\. " + numbers + r"\n", done.stdout)


def test_every_direct_requirement_is_pinned_to_one_version() -> None:
    lines = [
        *(ROOT / "requirements.txt").read_text().splitlines(),
        *(ROOT / "requirements-host.txt").read_text().splitlines(),
        *(ROOT / "requirements-intake.txt").read_text().splitlines(),
        *(ROOT / "requirements-dev.txt").read_text().splitlines(),
    ]
    loose = [line for line in lines if line and not line.startswith(("#", "-r ")) and "==" not in line]
    assert loose == []


def test_the_list_of_decisions_names_each_page_once_by_its_number() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(folder.glob("[0-9]*.md"))
    listed = [line for line in (folder / "README.md").read_text().splitlines() if re.match(r"\d+\. ", line)]
    assert [line.partition(". ")[0] for line in listed] == [str(int(page.name[:4])) for page in pages]
    assert [line.rpartition("(")[2].rstrip(")") for line in listed] == [page.name for page in pages]


def test_streamlit_watches_no_file_of_the_clone() -> None:
    """An environment within it is four thousand folders: watching them kept a core busy for good."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["fileWatcherType"] == "none"
