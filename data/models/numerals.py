"""Numbers as the CSV files take them: ASCII digits, a point before decimals, nothing that could mean two numbers."""

import re
import unicodedata
from decimal import Decimal

LONGEST, GREATEST = 400, 1e15
PLAIN = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.ASCII)
MAYBE_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
GROUPED = re.compile(r"\d{1,3}(?:([ ,.'_])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?|\d+(?:_\d+)+", re.ASCII)
EXPONENT = re.compile(r"(\d+(?:\.\d+)?)[eE][+-]?\d{1,2}", re.ASCII)
SPACES_AND_MARKS = {ord("’"): "'", ord("٬"): "'", ord("٫"): ".", ord("．"): ".", ord("，"): ","}
NOT_PLAIN = "this is not a number in plain digits"
ANY_FORM = "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."


def numeral(value: float) -> str:
    """A number as the CSV files take it, to be read back as the same: 10000, 0.00001, 15.2790."""
    return _unambiguous(format(Decimal(repr(float(value))), "f"))


def fault_of(text: str) -> tuple[str, str] | None:
    """What is wrong with a number in a cell, and what to write instead; None if nothing is.

    A point before exactly three digits may divide thousands, so that form is refused unless a 0 stands before it.
    """
    if PLAIN.fullmatch(text) and len(text) <= LONGEST and not MAYBE_THOUSANDS.fullmatch(text):
        return None
    match _meanings(text) if len(text) <= LONGEST else ():
        case (thousands, fraction):
            remedy = f"Write {thousands} if the mark divides thousands, {fraction} if it begins decimals."
            return "this may be two numbers", remedy
        case (only,):
            return NOT_PLAIN, f"Write {only}, if that is meant."
    return NOT_PLAIN, ANY_FORM


def _unambiguous(numeral: str) -> str:
    whole, _, decimals = numeral.partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == 3 and whole != "0":
        decimals += "0"  # three digits alone would look like thousands
    return f"{whole}.{decimals}" if decimals else whole


def _meanings(text: str) -> tuple[str, ...]:
    """The plain forms of what a number may mean that is written otherwise; none if nobody can tell."""
    text = "".join(_ascii(char) for char in text).strip().removeprefix("+")
    if MAYBE_THOUSANDS.fullmatch(text):
        whole, decimals = re.split("[.,]", text)
        return whole + decimals, _unambiguous(f"{whole}.{decimals}")
    if GROUPED.fullmatch(text):
        *groups, last = re.split(r"[ ,.'_]", text)
        has_decimals = len(set(re.findall(r"[ ,.'_]", text))) > 1
        text = "".join(groups) + (f".{last}" if has_decimals else last)
    elif EXPONENT.fullmatch(text):
        text = format(Decimal(text), "f")
    text = text.replace(",", ".")
    if re.fullmatch(r"\d+\.?|\d*\.\d+", text, re.ASCII):
        whole, _, decimals = text.partition(".")
        text = _unambiguous(f"{whole.lstrip('0') or '0'}.{decimals}")
    return (text,) if PLAIN.fullmatch(text) and float(text) <= GREATEST else ()


def _ascii(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return " " if char.isspace() else SPACES_AND_MARKS.get(ord(char), char)
