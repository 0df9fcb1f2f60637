"""What is searched for is found however it is spelled, and what is stored stays as it is."""

from unicodedata import normalize

import pytest

from data.texts.searching import in_one_spelling


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        (normalize("NFD", "보스토치니항을 40여 차례"), "보스토치니항"),
        ("보스토치니항을 40여 차례", normalize("NFD", "보스토치니항")),
        (normalize("NFD", "Les pétroliers ont quitté"), "PÉTROLIERS"),
        ("Les pétroliers ont quitté", normalize("NFD", "QUITTÉ")),
        ("İstanbul", normalize("NFD", "İSTANBUL")),
        ("a “June signing”", 'a "june'),
        ("Straße", "STRASSE"),
    ],
)
def test_composed_and_decomposed_letters_are_found_alike(stored: str, typed: str) -> None:
    assert in_one_spelling(typed) in in_one_spelling(stored)


def test_a_letter_without_its_accent_is_another_letter() -> None:
    assert in_one_spelling("quitte") not in in_one_spelling("quitté")
