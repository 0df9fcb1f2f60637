"""Every single change that the mutation test makes: to a number, a date, a word, a name, one field at a time."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.data.mutations.rewordings import rewordings
from tests.data.mutations.runs import CLAIMS, SUPPLIER, Copy, Mutant, Raw, identity

Change = tuple[str, str, Raw]
OPERATORS = ("=", ">", ">=", "<", "<=", "~")
FIRMER = {
    "possible": ("reported", "estimated"), "reported": ("declared", "asserted"), "estimated": ("declared", "asserted"),
    "declared": ("observed",), "asserted": ("observed",), "planned": ("reported",), "denied": ("reported",),
}  # fmt: skip
STANDINGS = {"notified.csv": ("used", "error"), "": ("sound", "error")}
PRODUCTS = ("crude oil", "grain")
# A name in each text, and one in none.
NAMES = {"A": "Mark Rutte", "B": "Shin Won-sik", "P": "Ilsa Born", "Q": "Veldmark", "R": "Port Ansel"}
OTHER_NAMES = {"Russia": ("Russian Federation", "Россия"), "China": ("PRC", "中国")}
STRANGER, STRANGE_WAY = "Boris Kowalski", "intercepted radio traffic"


def mutants_of(copied: Copy) -> Iterator[Mutant]:
    """All mutants of a folder, each another change of one entry."""
    for file, entries in copied.tables.items():
        name, makes = next((end, make) for end, make in MAKERS.items() if file.endswith(end))
        word = name.split(".")[0].removesuffix("s") if name != CLAIMS else "claim"
        for number, entry in enumerate(entries):
            made: dict[tuple[str, str], list[Raw]] = {}
            for change, detail, changed in makes(entry, copied, file):
                same = made.setdefault((change, detail), [])
                if changed != entry and changed not in same:
                    same.append(changed)
                    told = f"{detail} ({len(same)})" if len(same) > 1 else detail  # a word that stands twice
                    names = copied.names({"before": entry, "after": changed}) - {identity(entry, file)}
                    yield Mutant(file, number, identity(entry, file), f"{word}.{change}", told, entry, changed, names)


def _with(entry: Raw, key: str, value: Any) -> Raw:
    return {**entry, key: value}


def _numbers(entry: Raw, *keys: str) -> Iterator[Change]:
    """Each number ten times too large, ten times too small, with a digit more, and with a digit changed."""
    for key in keys:
        given = entry.get(key)
        if given in (None, ""):
            continue
        digits = str(given)
        first = re.search(r"[1-9]", digits)
        changes = {
            "× 10": _written(float(digits) * 10),
            "/ 10": _written(float(digits) / 10),
            "a digit more": f"{digits}1",
            "a digit changed": _digit_changed(digits, first.start()) if first else "1",
        }
        for change, new in changes.items():
            if float(new) != float(digits):
                value: Any = new if isinstance(given, str) else float(new) if "." in new else int(new)
                yield f"{key} {change}", "", _with(entry, key, value)


def _written(number: float) -> str:
    # Three digits behind the point are refused for their form, whatever the number.
    text = f"{number:.15g}"
    return f"{text}0" if re.fullmatch(r"\d{1,3}\.\d{3}", text) else text


def _digit_changed(digits: str, place: int) -> str:
    return f"{digits[:place]}{int(digits[place]) % 9 + 1}{digits[place + 1 :]}"


def _dates(entry: Raw, *keys: str) -> Iterator[Change]:
    """The first and the last day of each date a year later or earlier, a month later, a day later."""
    for key in keys:
        text = str(entry.get(key) or "")
        found = list(re.finditer(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?", text))
        for end, match in zip(("first", "last"), (found[:1] + found[-1:])[: len(found)], strict=False):
            for change, part in _moved(*match.groups()):
                yield f"{key} {change}", end, _with(entry, key, text[: match.start()] + part + text[match.end() :])


def _moved(year: str, month: str | None, day: str | None) -> Iterator[tuple[str, str]]:
    behind = "".join(f"-{part}" for part in (month, day) if part)
    if year != "XXXX":
        yield "year + 1", f"{int(year) + 1}{behind}"
        yield "year - 1", f"{int(year) - 1}{behind}"
    if month:
        yield "month + 1", f"{year}-{int(month) % 12 + 1:02}" + (f"-{day}" if day else "")
    if day:
        yield "day + 1", f"{year}-{month}-{int(day) % 28 + 1:02}"


def _others(entry: Raw, key: str, others: Any) -> Iterator[Change]:
    """Each of the other values that a key may have."""
    if entry.get(key) not in (None, ""):
        for other in others:
            yield f"{key} changed", str(other), _with(entry, key, other)


def _amount(entry: Raw, copied: Copy, *keys: str) -> Iterator[Change]:
    yield from _numbers(entry, *keys)
    yield from _others(entry, "unit", _units(entry, copied))
    if entry.get("operator") != "range":
        yield from _others(entry, "operator", OPERATORS)


def _units(entry: Raw, copied: Copy) -> list[str]:
    """The next units of the case behind its own: two for a record, five for anything else."""
    units = [unit["id"] for unit in copied.heads["case.toml"]["unit"]]
    place = units.index(entry["unit"]) + 1 if entry.get("unit") in units else 0
    return (units + units)[place : place + (2 if "record_id" in entry else 5)]


def _sentences(entry: Raw, *keys: str) -> Iterator[Change]:
    for key in keys:
        for change, detail, words in rewordings(entry.get(key) or ""):
            yield f"{key}: {change}", detail, _with(entry, key, words)


def _claim(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _amount(entry, copied, "value", "low", "high")
    yield from _dates(entry, "date", "date_text_only")
    if entry.get("date_basis") in ("inferred", "relative"):
        yield "date_basis stated", "", _with(entry, "date_basis", "stated")
    for firmer in FIRMER.get(entry["modality"], ()):
        yield "modality firmer", firmer, _with(entry, "modality", firmer)
    yield from _others(entry, "product", PRODUCTS)
    if " " in entry.get("product", ""):
        yield "product without its first word", "", _with(entry, "product", entry["product"].partition(" ")[2])
    yield "speaker a stranger", "", _with(entry, "speaker", STRANGER)
    yield "speaker another name of the text", "", _with(entry, "speaker", NAMES[entry["id"][0]])
    yield "via a stranger", "", _with(entry, "via", STRANGE_WAY)
    if "operator" in entry:
        yield "value_words without a number", "", _with(entry, "value_words", entry["quote"].split()[-1])
    yield "credibility 1", "", _with(entry, "credibility", 1)
    yield from _moved_quotes(entry, (copied.folder / file).with_name("text.txt").read_bytes().decode("utf-8"))


def _moved_quotes(entry: Raw, text: str) -> Iterator[Change]:
    """The quote a letter shorter or longer at either end, at its place all the same; a blank or a mark is no letter."""
    start, end = entry["start"], entry["end"]
    places = {
        "a letter less at the start": (start + 1, end), "a letter less at the end": (start, end - 1),
        "into the word before": (_into(text, start, -1), end), "into the word behind": (start, _into(text, end, 1)),
    }  # fmt: skip
    for change, (begun, ended) in places.items():
        lost = text[start:begun] + text[ended:end] + text[begun:start] + text[end:ended]
        if any(char.isalnum() for char in lost):
            yield f"quote {change}", "", _quoting(entry, text, begun, ended)
    for key, by in (("start", 1), ("start", -1), ("end", 1), ("end", -1)):
        yield f"{key} {by:+}", "", _with(entry, key, max(0, entry[key] + by))
    for key in ("prefix", "suffix"):
        yield f"{key} changed", "", _with(entry, key, entry[key][:-1] + "~")


def _into(text: str, place: int, step: int) -> int:
    """The place within the next word of several letters, beyond what stands between; the place itself at an edge."""
    beyond = text[place:] if step > 0 else text[:place][::-1]
    found = re.match(r"\W*\w(?=\w)", beyond)
    return place + step * found.end() if found else place


def _quoting(entry: Raw, text: str, start: int, end: int) -> Raw:
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return {**entry, "quote": text[start:end], "start": start, "end": end, **around}


def _event(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _dates(entry, "date", "known")
    if entry["date_basis"] != "stated":
        yield "date_basis stated", "", _with(entry, "date_basis", "stated")
    for firmer in FIRMER.get(entry["modality"], ()):
        yield "modality firmer", firmer, _with(entry, "modality", firmer)
    yield "supports the next claim", "", _with(entry, "supports", _next_claim(entry["supports"].split("; ")[0], copied))
    yield from _sentences(entry, "title")


def _next_claim(claim: str, copied: Copy) -> str:
    ids = [one["id"] for file, claims in copied.tables.items() if file.endswith(CLAIMS) for one in claims]
    following: dict[str, str] = dict(pairwise([*ids, ids[0]]))
    return following[claim]


def _question(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _sentences(entry, "title", "asks", "label", "why")
    for place, cell in enumerate(entry["cell"]):
        for change, detail, changed in _cell(cell, copied):
            cells = [*entry["cell"][:place], changed, *entry["cell"][place + 1 :]]
            yield f"cell {change}", f"{cell['document']}{detail and ' '}{detail}", _with(entry, "cell", cells)


def _cell(cell: Raw, copied: Copy) -> Iterator[Change]:
    yield from _sentences(cell, "words")
    for key in ("claims", "nearby"):
        if cell.get(key):
            others = [_next_claim(cell[key][0], copied), *cell[key][1:]]
            yield f"{key}: the first is the next claim", "", _with(cell, key, others)


def _summary(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _sentences(entry, "text")
    for claim in entry["claims"]:
        yield "claims: one less", claim, _with(entry, "claims", [one for one in entry["claims"] if one != claim])


def _limit(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _amount(entry, copied, "value")
    yield from _others(entry, "period", ("calendar-year", "twelve-months"))
    yield from _dates(entry, "valid_from")
    yield "period_start month + 1", "", _with(entry, "period_start", "02-01")
    yield from _others(entry, "product", (*PRODUCTS, *(one["product"] for one in copied.tables[file])))


def _condition(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _sentences(entry, "title", "asks", "finding")


def _address(entry: Raw) -> Iterator[Change]:
    if entry.get("address"):
        yield "address scheme", "", _with(entry, "address", f"ftp://{entry['address'].partition('://')[2]}")


def _record(entry: Raw, standings: str = "") -> Iterator[Change]:
    # Each other day of a filed amount needs a run in which no row of its supplier has that day.
    few = ("date year + 1", "date month + 1") if standings else ()
    yield from (change for change in _dates(entry, "date") if not few or change[0] in few)
    yield from (change for change in _dates(entry, "published") if "year" in change[0])
    yield from _address(entry)
    yield from _others(entry, "standing", STANDINGS[standings])


def _statement(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _amount(entry, copied, "value", "low", "high")
    yield from _others(entry, "product", PRODUCTS)
    yield from _sentences(entry, "statement", "event")
    yield from _record(entry)


def _notified(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    # Fewer changes than elsewhere: what is filed stands in no stored text, and each may touch other rows.
    yield from (change for change in _numbers(entry, "value") if change[0] in ("value × 10", "value a digit changed"))
    yield from _numbers(entry, "factor")
    yield from _others(entry, "unit", _units(entry, copied))
    yield from _others(entry, "operator", ("=", "~", ">"))
    yield from _record(entry, "notified.csv")
    same = [row["record_id"] for row in copied.tables[file] if row["suppliers"] == entry["suppliers"]]
    if entry["record_id"] in (same[0], same[-1]):  # each of them needs a run of its own
        first, *more = entry["suppliers"].split("; ")
        for name in (first.upper(), *OTHER_NAMES.get(first, ())):
            yield SUPPLIER, name, _with(entry, "suppliers", "; ".join((name, *more)))


def _sighting(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _others(entry, "vessel", (row["vessel_id"] for row in copied.tables["public-record/vessels.csv"][:3]))
    yield "place changed", "", _with(entry, "place", "Nampo")
    yield from _sentences(entry, "event")
    yield from _record(entry)


def _vessel(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    if entry["imo"]:
        for place in (0, 3, 6):
            yield "imo digit", str(place + 1), _with(entry, "imo", _digit_changed(entry["imo"], place))
        yield "imo digits swapped", "", _with(entry, "imo", _swapped(entry["imo"]))
    yield from _numbers(entry, "dwt")
    yield from _others(entry, "un_listed", ("no",))
    yield from (change for change in _dates(entry, "listed_on") if "year" in change[0])
    yield from _address(entry)


def _swapped(digits: str) -> str:
    place = next(n for n in range(6) if digits[n] != digits[n + 1])
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def _origin(entry: Raw, copied: Copy, file: str) -> Iterator[Change]:
    yield from _others(entry, "basis", ("stated", "inferred"))
    if entry["derived_from"]:
        yield "derived_from itself", "", _with(entry, "derived_from", entry["origin_id"])
        yield "derived_from nobody", "", {**entry, "derived_from": "", "basis": ""}
    yield from _address(entry)


MAKERS = {
    CLAIMS: _claim, "events.csv": _event, "questions.toml": _question, "case.toml": _summary, "limits.csv": _limit,
    "statements.csv": _statement, "notified.csv": _notified, "sightings.csv": _sighting, "vessels.csv": _vessel,
    "origins.csv": _origin, "conditions.csv": _condition,
}  # fmt: skip
