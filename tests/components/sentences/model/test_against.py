"""What is held against a limit, in words: alone, and with what else was notified; nobody is below a joint cap alone."""

from datetime import date
from typing import Any

import pytest

from components.sentences.model.against import against, counted, line_name, room_sentence
from components.sentences.model.estimate import (
    crossing_sentence,
    crossing_words,
    cumulative_headline,
    dots_headline,
    probability_sentence,
)
from components.sentences.model.modelled import model_sentence
from data import Evidence
from data.estimate.result import Estimate
from data.estimate.room import Filed, Piece, Room
from tests.components import whole_estimate as made
from tests.components.whole_estimate import whole_estimate

YEAR = Piece(date(2024, 1, 1), date(2024, 12, 31), 280_928.0)
OWN = Filed("x-2", ("OSTMARK",), (YEAR._replace(volume=15_279.0),))
ROOM = Room("Ostmark", (Filed("x-1", ("Zhang",), (YEAR,)), OWN), ("x-3",))


def joint(**changes: Any) -> Estimate:
    """An estimate with both comparisons: 99.8% of the runs with what else was notified, 98% alone."""
    alone = whole_estimate(comparison="alone", comparisons=("joint", "alone"), room=ROOM, crossing=made.crossing(0.98))
    parts: dict[str, Any] = {
        "comparison": "joint",
        "comparisons": ("joint", "alone"),
        "threshold": 203_793.0,
        "room": ROOM,
        "totals": made.totals(above_limit=0.998),
        "crossing": made.crossing(1.0, ("05-20", "06-10", "06-30", "07-20", "08-17")),
        "compared": lambda _: alone,
    }
    return whole_estimate(**parts | changes)


def test_both_probabilities_stand_in_one_sentence_the_chosen_one_first() -> None:
    words = probability_sentence(joint())
    assert words.startswith(
        "In more than 99 of 100 runs the modelled volume, with what else was notified, is above the UN cap"
    )
    assert "; Ostmark’s alone in 98 of 100: almost certain (95–99%)." in words


def test_the_day_stands_for_both_comparisons(evidence: Evidence) -> None:
    assert crossing_words(joint()) == ("UN cap passed about 30 Jun", "with what else was notified; 90%: 20 May–17 Aug")
    assert crossing_sentence(joint()).endswith(
        "By Ostmark alone it is passed in 98 of 100 runs, in those about 9 Aug 2024 (90% range 12 Jun 2024 to "
        "14 Oct 2024)."
    )
    assert cumulative_headline(joint(), evidence) == (
        "At the observed pace these trips, with what else was notified, pass the UN cap between May and August"
    )


def test_the_dots_and_the_gauge_say_what_they_count(evidence: Evidence) -> None:
    assert dots_headline(joint(), evidence) == (
        "49 of 50 equally likely outcomes, with what else was notified, are above the UN cap"
    )
    assert model_sentence(joint(), "barrels").startswith(
        "Model: UN cap passed with what else was notified in more than 99 "
    )
    assert "; by Ostmark alone in 98 of 100 — almost certain (95–99%)." in model_sentence(joint(), "barrels")


def test_the_room_is_said_with_what_is_not_counted_twice() -> None:
    assert against(joint()) == "what is left of the UN cap"
    assert line_name(joint()) == "UN cap less what else was notified"
    assert room_sentence(joint(), "barrels") == (
        "The UN cap is for all suppliers together: 296,207 barrels were notified beside these trips [x-1] [x-2], "
        "15,279 of them by Ostmark itself for days without these trips, which leaves 203,793. Not added, "
        "for it may be of the same deliveries: [x-3]."
    )


@pytest.mark.parametrize(
    ("notified", "words"), [(500_000.0, "which leaves nothing of it"), (700_000.0, "which leaves nothing of it")]
)
def test_others_may_have_left_nothing(notified: float, words: str) -> None:
    room = Room("Ostmark", (Filed("x-1", ("Zhang",), (YEAR._replace(volume=notified),)),), ())
    assert words in room_sentence(joint(room=room), "barrels")
    assert "by Ostmark itself" not in room_sentence(joint(room=room), "barrels")


def test_where_nobody_notified_that_is_said() -> None:
    one = joint(room=Room("Ostmark", (), ()), threshold=500_000.0)
    assert room_sentence(one, "barrels") == (
        "The UN cap is for all suppliers together, and nothing else is found that was notified for the same period."
    )
    assert against(one) == "the UN cap"
    assert counted(one) == ", with nothing else notified,"


def test_a_limit_of_one_supplier_has_one_comparison_and_no_words_for_it() -> None:
    one = whole_estimate()
    assert (counted(one), room_sentence(one, "barrels")) == ("", "")
    assert probability_sentence(one) == (
        "In 98 of 100 runs the modelled volume is above the UN cap: almost certain (95–99%)."
    )
