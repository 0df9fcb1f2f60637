"""Web addresses as other programs can read them."""

import pytest

from data.texts.addresses import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.b/c?d=1&e=%20#f", "https://a.b/c?d=1&e=%20#f"),
        ("https://a.b", "https://a.b/"),
        ("http://a.b/<i>{x}|^`", "http://a.b/%3Ci%3E%7Bx%7D%7C%5E%60"),
        ("http://a.b/구리?q=é#ü", "http://a.b/%EA%B5%AC%EB%A6%AC?q=%C3%A9#%C3%BC"),
        ("http://a.b/x y\n\x00", "http://a.b/x%20y%0A%00"),
        ("http://구리.example/", "http://구리.example/"),
    ],
)
def test_an_address_has_only_what_may_stand_in_one(text: str, address: str) -> None:
    assert web_address(text) == address
    assert web_address(address) == address


@pytest.mark.parametrize("text", [None, "", "https://[::1", "https:///nowhere", "javascript:alert(1)", "ftp://a.b/"])
def test_what_nobody_could_or_should_open_is_no_address(text: str | None) -> None:
    assert web_address(text) == ""
