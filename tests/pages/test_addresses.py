"""Addresses that name nothing: a plain sentence, the default view, no exception."""

import pytest

from tests.pages.view import Opened

LONG = "x" * 10_000
SENTENCE = "The address asked for something that is not here (“{}”); the rest of the view is shown without it."
WRONG = {"unknown": "ZZ99", "script": "<script>alert(1)</script>", "10 kB": LONG}


@pytest.mark.parametrize("value", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("overview", "claim"), ("timeline", "lane"), ("timeline", "document"), ("timeline", "kind"),
        ("timeline", "event"), ("volumes", "claim"), ("volumes", "volume"), ("comparison", "reading"),
        ("comparison", "document"), ("documents", "claim"), ("documents", "document"), ("timeline", "layer"),
        ("comparison", "layer"), ("record", "record"), ("record", "topic"), ("record", "kind"), ("record", "standing"),
    ],
)  # fmt: skip
def test_a_value_that_names_nothing_gets_a_sentence_and_the_default_view(
    opened: Opened, where: str, name: str, value: str
) -> None:
    view = opened(where, **{name: value})
    assert view.failures == []
    assert view.notices == [SENTENCE.format(name)]
    assert view.text == view.go(where).text


@pytest.mark.parametrize(
    "value", ["![x](http://example.invalid/x.png)", "../../etc/passwd", "\u202ea\x00", "A04,B04", ""]
)
def test_no_value_however_odd_breaks_a_page(opened: Opened, value: str) -> None:
    view = opened("documents", claim=value, document=value)
    assert view.failures == []
    assert view.notices == [SENTENCE.format("document”, “claim")]


def test_words_of_10_kilobytes_are_refused(opened: Opened) -> None:
    assert opened("timeline", words=LONG).notices == [SENTENCE.format("words")]


def test_words_that_look_like_markup_find_nothing_and_run_nothing(opened: Opened) -> None:
    view = opened("timeline", words="<script>alert(1)</script>")
    assert view.notices == ["No event matches these filters. Take one of them away to see more."]


def test_one_wrong_value_does_not_take_the_right_ones_with_it(opened: Opened) -> None:
    view = opened("timeline", lane=["oil", "ZZ99"], document="A")
    assert view.notices == [SENTENCE.format("lane")]
    assert [row[0] for row in view.rows()] == [
        "Over 1,000,000 barrels “this year”",
        "“numerous trips since March 2024”",
    ]


def test_a_lane_without_events_is_named_as_missing(opened: Opened) -> None:
    assert opened("timeline", lane="context").notices == [SENTENCE.format("lane")]


def test_the_same_value_twice_is_the_same_view(opened: Opened) -> None:
    view = opened("timeline", lane=["oil", "oil"])
    assert view.failures == []
    assert len(view.rows()) == 3


def test_a_parameter_that_no_page_knows_changes_nothing(opened: Opened) -> None:
    view = opened("timeline", colour="red")
    assert view.notices == []
    assert view.text == opened("timeline").text
