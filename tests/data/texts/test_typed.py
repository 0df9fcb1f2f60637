"""A date may be typed as people write it; what no machine reads for certain is left as it is, and refused."""

import pytest

from data.models.dates import in_words
from data.texts.typed import LONGEST, as_typed, edtf_of


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("14 February 2025", "2025-02-14"),
        ("14 february 2025", "2025-02-14"),
        ("February 14, 2025", "2025-02-14"),
        ("  Feb   2025 ", "2025-02"),
        ("2025", "2025"),
        ("2024-03", "2024-03"),
        ("2024-03/2024-11", "2024-03/2024-11"),
        ("March to May 2024", "2024-03/2024-05"),
        ("between March and May 2024", "2024-03/2024-05"),
        ("2024-03 to 2024-11", "2024-03/2024-11"),
        ("2024–2025", "2024/2025"),
        ("1 to 5 June 2024", "2024-06-01/2024-06-05"),
        ("about June 2024", "2024-06~"),
        ("about 14 to 16 March 2024", "2024-03-14~/2024-03-16~"),
        ("between 1 and 3 March 2024", "2024-03-01/2024-03-03"),
        ("2024年3月14日", "2024-03-14"),
        ("since March 2024", "2024-03/.."),
        ("until May 2024", "../2024-05"),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, edtf: str) -> None:
    assert edtf_of(typed) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "", "last week", "June", "14 February", "31 February 2024", "03/04/2024", "27.11.2026", "May to March 2024",
        "12 June 2024 and 14 June 2024", "14 February 2025, said the office", "a to " * LONGEST, "<b>2024</b>",
        "16 to 14 March 2024", "from 16 to 14 March 2024", "between 16 and 14 March 2024", "3 to 3 March 2024",
        "14-16 March to 2 April 2024", "3 March 5, 2024", "3 March to 2024", "May to 2024",
        "March, year not given to May 2024", "20 (uncertain)24",
    ],
)  # fmt: skip
def test_what_may_be_more_than_one_date_or_none_is_left_as_it_is(typed: str) -> None:
    assert edtf_of(typed) == " ".join(typed.split())


@pytest.mark.parametrize(
    "edtf",
    [
        "2024", "2024-06", "2024-06-14", "2024~", "2024-06?", "2024-06-14%", "2024-03/2024-11", "2024-03/..",
        "../2024-05", "[2031-10-01..2031-12-31]", "[..2024]", "[2024-03..]", "XXXX-06", "XXXX-06~", "0044-03-15",
        "2024-03~/2024-11",
    ],
)  # fmt: skip
def test_a_date_stands_in_its_field_in_words_that_are_read_back_as_the_same(edtf: str) -> None:
    assert as_typed(edtf) == in_words(edtf)
    assert edtf_of(as_typed(edtf)) == edtf


def test_what_is_no_date_stands_in_its_field_as_it_is() -> None:
    assert (as_typed(""), as_typed("soon")) == ("", "soon")
