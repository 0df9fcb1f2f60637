"""Every page, on every sound folder."""

import re
from pathlib import Path

import pytest

from components import state
from tests.pages.conftest import OPENED
from tests.pages.view import OTHER_PAGES, PAGE_NAMES, ROOT, Opened

# Cases of documents and nothing else, and the pages that say so there.
DOCUMENTS_ALONE, BEYOND_DOCUMENTS = {"one document", "thirty documents"}, {"record"}
ESTIMATED = {"own", "hostile texts"}  # the others give no assumptions


def test_the_navigation_lists_the_files_of_the_folder(opened: Opened) -> None:
    view = opened("overview")
    registered = {Path(str(page["script_path"])).name for page in view.app._registered_pages.values()}
    assert registered - {""} == {path.name for path in (ROOT / "components" / "pages").glob("[!_]*.py")}


def test_the_addresses_are_those_that_links_were_shared_under(opened: Opened) -> None:
    view = opened("overview")
    addresses = [page["url_pathname"] for page in view.app._registered_pages.values()]
    shown = ["", "timeline", "volumes", "estimate", "comparison", "documents", "record", "method", "briefing"]
    assert addresses == [*shown, "add", "search", "dossier", "slide", "barrels"]


@pytest.mark.parametrize("case", OPENED)
@pytest.mark.parametrize("where", PAGE_NAMES)
def test_every_page_draws_on_every_sound_case(opened: Opened, cases: dict[str, Path], where: str, case: str) -> None:
    view = opened(where, cases[case])
    assert view.failures == []
    said = (where in BEYOND_DOCUMENTS and case in DOCUMENTS_ALONE) or (where == "estimate" and case not in ESTIMATED)
    assert view.notices == [] or case == "no documents" or said


@pytest.mark.parametrize("where", ["overview", "timeline", "comparison"])
def test_a_page_in_the_dark_is_printed_in_the_light_colours_of_the_same_meaning(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    for place in (state, state.shown):
        monkeypatch.setattr(place, "mode", lambda: "dark")
    view = opened(where)
    colours = view.sent("paper")[0]["colours"]
    assert view.failures == []
    assert colours["#10171e"] == "#FFFFFF"  # the ground
    assert colours["#ff8a6b"] == "#B3381A"  # the limit
    assert colours["#352b14"] == "#FAF1DF"  # what rests on wording


@pytest.mark.parametrize("where", ["overview", "timeline", "volumes", "estimate", "record"])
def test_every_chart_has_an_alternative_text(opened: Opened, where: str) -> None:
    charts = opened(where).charts
    assert charts
    assert all(len(chart["alt"]) > 40 for chart in charts)


@pytest.mark.parametrize("where", [name for name in PAGE_NAMES if name != "briefing"])
def test_every_page_has_its_table_as_csv(opened: Opened, where: str) -> None:
    assert any(button.label.endswith("as CSV") for button in opened(where).app.download_button)


@pytest.mark.parametrize("where", ["timeline", "volumes", "estimate", "comparison"])
def test_the_table_behind_a_figure_is_made_when_a_reader_opens_it(opened: Opened, where: str) -> None:
    view = opened(where, unfolded=False)
    [first, *_] = [fold for fold in view.app.expander if fold.label.startswith("The table behind it")]
    assert not any(button.label.endswith("as CSV") for button in view.app.download_button)
    view.app.session_state[first.proto.id.split("-", 2)[-1]] = True
    assert len([button for button in view.again().app.download_button if button.label.endswith("as CSV")]) == 1


@pytest.mark.parametrize("where", OTHER_PAGES)
def test_every_page_says_on_paper_which_case_it_is(opened: Opened, second_case: Path, where: str) -> None:
    letterhead = opened(where, second_case).sent("paper")[0]["words"]
    assert letterhead.startswith("Copper of Veldmark. How far do Veldmark’s copper deliveries")


def test_the_first_page_is_named_after_the_case(opened: Opened, second_case: Path) -> None:
    assert [title.value for title in opened("overview", second_case).app.title] == ["Copper of Veldmark"]


def test_the_empty_case_says_what_is_missing_and_what_to_do(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("documents", cases["no documents"])
    assert view.notices == ["There is no document to read. Whoever keeps this case can add one."]


@pytest.mark.parametrize("where", [name for name in OTHER_PAGES if name != "add"])  # for those who keep a case
def test_an_empty_page_names_no_file_and_no_command(opened: Opened, cases: dict[str, Path], where: str) -> None:
    view = opened(where, cases["no documents"])
    assert re.findall(r"[\w/.-]+\.(?:toml|csv|md)\b|python -m", "\n".join([view.text, *view.notices])) == []


def test_thirty_documents_do_not_make_thirty_columns(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("comparison", cases["thirty documents"])
    heads = [head for head in view.words("th") if head.startswith("Document R")]
    assert len(heads) == 6
    assert view.app.caption[0].value == "The first 6 of 30 documents are shown; choose others above."
