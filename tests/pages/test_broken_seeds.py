"""A folder with anything wrong in it: the problems in plain words with their remedies, and what is sound."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from data.reading.seeds import SEEDS
from tests.cases.edit import plant
from tests.pages.view import OTHER_PAGES, PAGE_NAMES, Opened

EVIDENCE = Path("documents") / "oil-volume" / "evidence.toml"
Breaking = Callable[[Path], None]
Broken = Callable[[Breaking], Path]


def shift_an_offset(folder: Path) -> None:
    plant(folder / EVIDENCE, "start = 283", "start = 284")


def take_a_file_away(folder: Path) -> None:
    (folder / "origins.csv").unlink()


def name_an_unknown_claim(folder: Path) -> None:
    plant(folder / "events.csv", ",A10,,reported", ",A99,,reported")


def change_a_byte_of_a_text(folder: Path) -> None:
    plant(folder / "documents" / "oil-volume" / "text.txt", "one million", "two million")


def empty_a_file(folder: Path) -> None:
    (folder / "case.toml").write_bytes(b"")


def write_another_encoding(folder: Path) -> None:
    (folder / "events.csv").write_bytes("event_id,lane\nmâle,".encode("latin-1"))


BREAKINGS = [
    shift_an_offset, take_a_file_away, name_an_unknown_claim, change_a_byte_of_a_text, empty_a_file,
    write_another_encoding,
]  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """A copy of the seeds for each way to break them, which no test changes further."""

    @cache
    def _broken(breaking: Breaking) -> Path:
        folder = Path(shutil.copytree(SEEDS, tmp_path_factory.mktemp("broken") / "seeds"))
        breaking(folder)
        return folder

    return _broken


@pytest.mark.parametrize("where", PAGE_NAMES)
@pytest.mark.parametrize("breaking", BREAKINGS)
def test_no_page_breaks_on_a_broken_folder(opened: Opened, broken: Broken, breaking: Breaking, where: str) -> None:
    assert opened(where, broken(breaking)).failures == []


@pytest.mark.parametrize(
    ("breaking", "words"),
    [
        (shift_an_offset, ["claim A04", "the quote is not at 284-376", "Set start = 283, end = 376."]),
        (take_a_file_away, ["origins.csv", "the file is missing", "Add it; FORMAT.md says what stands in it."]),
        (name_an_unknown_claim, ["events.csv", "A99"]),
        (change_a_byte_of_a_text, ["oil-volume", "SHA-256"]),
        (empty_a_file, ["case.toml"]),
        (write_another_encoding, ["events.csv", "UTF-8"]),
    ],
)
def test_the_overview_opens_with_the_problem_its_place_and_its_remedy(
    opened: Opened, broken: Broken, breaking: Breaking, words: list[str]
) -> None:
    first = opened("overview", broken(breaking)).words("ul", "rows")[0]
    assert [word for word in [*words, "Remedy: "] if word not in first] == []


def test_all_problems_are_told_at_once(opened: Opened, seeds_copy: Path) -> None:
    shift_an_offset(seeds_copy)
    take_a_file_away(seeds_copy)
    view = opened("overview", seeds_copy)
    assert view.notices[0].startswith("The seeds folder has 2 problems. What is sound is shown; the rest is withheld")
    assert "claim A04" in view.text and "origins.csv:the file is missing" in view.text


def test_what_rests_on_a_broken_claim_is_withheld_by_name(opened: Opened, broken: Broken) -> None:
    view = opened("overview", broken(shift_an_offset))
    assert "events.csv, row 2: withheld, because it rests on claim A04" in view.text


def test_a_broken_claim_is_on_no_page(opened: Opened, broken: Broken) -> None:
    view = opened("documents", broken(shift_an_offset), claim="A04")
    assert view.notices[0].startswith("The address asked for something that is not here (“claim”)")
    assert "documents?claim=A04" not in view.links


def test_what_is_sound_is_still_shown(opened: Opened, broken: Broken) -> None:
    assert len(opened("timeline", broken(shift_an_offset)).rows()) == 16


def test_what_is_withheld_is_not_called_absent(opened: Opened, broken: Broken) -> None:
    assert "so what seems to be absent may only be withheld." in opened("overview", broken(shift_an_offset)).notices[0]


@pytest.mark.parametrize("where", OTHER_PAGES)
def test_other_pages_say_it_in_one_line_with_the_way_there(opened: Opened, broken: Broken, where: str) -> None:
    view = opened(where, broken(shift_an_offset))
    assert [notice for notice in view.notices if notice.startswith("The seeds folder has 1 problem.")]
    assert "Read what is wrong and how to mend it" in view.words("a")
    assert "Set start = 283" not in view.text


def test_a_folder_that_does_not_exist_is_named(opened: Opened, tmp_path: Path) -> None:
    view = opened("overview", tmp_path / "nowhere")
    assert view.failures == []
    assert "nowhere:there is no such folderRemedy: Give the path of a folder" in view.text


def test_an_empty_folder_lists_what_belongs_there(opened: Opened, tmp_path: Path) -> None:
    view = opened("overview", tmp_path)
    assert view.notices[0].startswith("The seeds folder has 6 problems.")
    files = ["case.toml", "documents", "events.csv", "limits.csv", "origins.csv", "questions.toml"]
    assert [file for file in files if f"/{file}:" not in view.text] == []


def test_the_last_sound_state_stays_while_the_folder_is_broken(opened: Opened, seeds_copy: Path) -> None:
    view = opened("overview", seeds_copy)
    before = view.words("p", "lead")
    shift_an_offset(seeds_copy)
    view.again()
    assert view.notices == ["The seeds folder has 1 problem. What you see is the last sound state."]
    assert view.words("p", "lead") == before


def test_after_repair_it_goes_on_without_a_restart(opened: Opened, seeds_copy: Path) -> None:
    view = opened("overview", seeds_copy)
    shift_an_offset(seeds_copy)
    view.again()
    plant(seeds_copy / EVIDENCE, "start = 284", "start = 283")
    plant(seeds_copy / "case.toml", 'title = "Russian oil to North Korea"', 'title = "A new title"')
    view.again()
    assert view.notices == []
    assert view.app.title[0].value == "A new title"


def test_a_panel_that_fails_leaves_the_others_standing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.sentences.comparison.comparison_sentence", lambda *_, **__: 1 / 0)
    view = opened("overview")
    assert len(view.failures) == 1
    assert view.failures[0].startswith("The part “documents apart” could not be shown. The log names the cause under ")
    assert "Two documents are used" in view.text
