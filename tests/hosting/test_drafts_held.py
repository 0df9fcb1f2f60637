"""How many drafts a server holds, whose goes first, and who is told that there is no room."""

from pathlib import Path

import pytest

from components.state.drafts_held import DraftsHeld, NoRoom
from data.intake.working_copy import WorkingCopy


@pytest.fixture
def copy(second_case: Path) -> WorkingCopy:
    return WorkingCopy(second_case)


def test_who_holds_most_makes_room_and_not_who_was_there_first(copy: WorkingCopy) -> None:
    held = DraftsHeld()
    for number in range(20):
        held.hold(f"office {number}", copy, f"10.0.0.{number}")
    for number in range(8):
        held.hold(f"crowd {number}", copy, "203.0.113.9")
    assert held.names == (*(f"office {one}" for one in range(20)), *(f"crowd {one}" for one in range(4, 8)))
    assert held.ended("crowd 3") == "crowded out"
    assert held.ended("office 0") == ""


def test_a_ninth_draft_of_one_address_is_refused_until_one_was_left_alone_for_an_hour(copy: WorkingCopy) -> None:
    clock = [0.0]
    held = DraftsHeld(lambda: clock[0])
    for number in range(8):
        held.hold(str(number), copy, "203.0.113.9")
    with pytest.raises(NoRoom, match="8 drafts from your network address"):
        held.make_room("203.0.113.9")
    held.make_room("203.0.113.10")
    clock[0] = 3000.0
    held.touched("0")
    clock[0] = 3600.0
    held.make_room("203.0.113.9")
    assert held.names == ("2", "3", "4", "5", "6", "7", "0")


def test_of_single_drafts_the_one_left_alone_longest_goes(copy: WorkingCopy) -> None:
    held = DraftsHeld()
    for number in range(24):
        held.hold(str(number), copy, f"10.0.0.{number}")
    held.touched("0")
    held.hold("24", copy, "10.0.0.24")
    assert "0" in held.names
    assert held.ended("1") == "crowded out"
