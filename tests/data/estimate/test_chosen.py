"""What a reader types as a number of trips, and what is left as it is, to be refused."""

import pytest

from data.estimate.chosen import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("43", "43"), (" 043 ", "43"), ("1,000", "1000"), ("10 000", "10000"), ("٤٣", "43"), ("1,234,567", "1234567")],
)
def test_a_number_of_trips_is_read_with_its_thousands_parted(typed: str, number: str) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize("typed", ["1,5", "4.3", "1,00", "0,500", "12345,678", "1,0000", "4 3", "1,,000", "-1,000", ""])
def test_a_comma_that_parts_no_thousands_is_left_where_it_is(typed: str) -> None:
    assert whole_number(typed) == typed
