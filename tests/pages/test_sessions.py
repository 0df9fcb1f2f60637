"""Two readers at once."""

from tests.pages.view import Opened


def test_two_sessions_do_not_share_their_selections(opened: Opened) -> None:
    mine, theirs = opened("timeline"), opened("timeline")
    mine.app.multiselect(key="lane").set_value(["oil"]).run()
    theirs.again()
    assert theirs.app.multiselect(key="lane").value == []
    assert theirs.address == {}
    assert len(theirs.rows()) == 17


def test_two_sessions_do_not_share_the_width_of_their_windows(opened: Opened) -> None:
    mine, theirs = opened("overview"), opened("overview")
    mine.app.session_state["width of the window"] = "narrow"
    mine.again()
    theirs.again()
    assert mine.figures[0]["layout"]["height"] != theirs.figures[0]["layout"]["height"]


def test_a_filter_is_not_carried_to_a_page_whose_address_has_none(opened: Opened) -> None:
    view = opened("timeline", document="A")
    view.go("comparison")
    assert view.app.multiselect(key="document").value == []


def test_coming_back_by_an_address_with_filters_finds_them_again(opened: Opened) -> None:
    view = opened("timeline", document="A")
    view.go("documents", document="B")
    view.go("timeline", document="A")
    assert view.app.multiselect(key="document").value == ["A"]
