"""python verify.py EDITION.html [SEAL], or verify.py FOLDER of an unpacked data zip: is it what was sealed?

Needs Python 3 and nothing else. Says of the whole, and of each part, text and quote, whether it is what was sealed, and
names what was changed. Ends with 0: all is as sealed; 1: something was changed; 2: this is neither of the two.
Whoever changes a file can seal it anew: give the seal that its publisher told you as SEAL, and it is held against it.
"""

import csv
import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

SEAL = re.compile(rb'barrelwatch:seal"(?: content="|: ")sha256:([0-9a-f]{64})')
ZEROS = b"0" * 64
MARK = re.compile(rb"<!--part:([A-Za-z0-9._-]+)-->|<!--/part-->")
BLOCK = re.compile(rb"<(script|style)\b([^<>]*)>")
ID = re.compile(rb'\bid="([A-Za-z0-9_-]+)"')
TAG = re.compile("<[^<>]*>")
LIST = "parts.json"
Part = dict[str, Any]
Pieces = Callable[[Part], bytes | None]


def seal_of(content: bytes) -> str:
    """SHA-256 of the bytes with zeros in place of the digits of the seal, 64 digits; raises ValueError without one."""
    if not (found := SEAL.search(content)):
        raise ValueError("no seal stands in it")
    return sha256(content[: found.start(1)] + ZEROS + content[found.end(1) :]).hexdigest()


def places(content: bytes) -> dict[str, tuple[int, int]]:
    """Where each part of an edition begins and ends, in bytes, by its key; "#id" for a script, style or block."""
    begun: list[tuple[str, int]] = []
    found: dict[str, tuple[int, int]] = {}
    for mark in MARK.finditer(content):
        if mark[1]:
            begun.append((mark[1].decode(), mark.end()))
        elif begun:
            key, start = begun.pop()
            found.setdefault(key, (start, mark.start()))
    place = 0
    while block := BLOCK.search(content, place):
        place = content.find(b"</" + block[1], block.end())
        if place < 0:
            break
        if named := ID.search(block[2]):
            found.setdefault(f"#{named[1].decode()}", (block.end(), place))
    return found


def words_of(markup: bytes) -> str:
    """The text of a stretch as a reader sees it, without its marks."""
    return html.unescape(TAG.sub("", markup.decode("utf-8", "replace")))


def of_edition(content: bytes, found: dict[str, tuple[int, int]]) -> Pieces:
    """What gives the bytes that a part of an edition is sealed by; None where it is missing."""
    text = cache(lambda key: words_of(content[slice(*found[key])]))

    def piece(part: Part) -> bytes | None:
        if part["key"] not in found:
            return None
        if not part.get("text"):
            return content[slice(*found[part["key"]])]
        return str(text(part["key"])[part.get("start", 0) : part.get("end")]).encode("utf-8", "replace")

    return piece


def of_folder(folder: Path) -> Pieces:
    """The same for an unpacked data zip: a file, or a cell of a table without the apostrophe that keeps it a text."""

    @cache
    def rows(name: str) -> dict[str, dict[str, str]]:
        with (folder / name).open(encoding="utf-8", errors="replace", newline="") as table:
            return {next(iter(row.values())): row for row in csv.DictReader(table)}

    def piece(part: Part) -> bytes | None:
        path = folder / str(part["key"])
        if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
            return None
        if "row" not in part:
            return path.read_bytes()
        cell: str | None = rows(part["key"]).get(part["row"], {}).get(part["column"])
        return None if cell is None else cell[int(part["skip"]) :].encode("utf-8", "replace")

    return piece


def changed(parts: list[Part], pieces: Pieces, tell: Callable[[str], object]) -> Iterator[Part]:
    """The parts that are not what was sealed; of each other one a line is told."""
    for part in parts:
        piece = pieces(part)
        if piece is not None and sha256(piece).hexdigest() == part["sha256"]:
            tell(f"as sealed: {part['name']}")
        else:
            yield part | {"how": "missing" if piece is None else "CHANGED"}


def verify(target: Path, told_seal: str = "", tell: Callable[[str], object] = print) -> int:
    """Tell what became of an edition or an unpacked data zip; 0, 1 or 2 as above."""
    try:
        sealed = target / LIST if target.is_dir() else target
        content = sealed.read_bytes()
    except (OSError, ValueError):
        tell(f"{target}: there is no such file, or it cannot be read, or the folder has no {LIST}.")
        return 2
    found = places(content) if sealed is target else {}
    if not SEAL.search(content) and "#parts" not in found and sealed is target:
        tell(f"{target}: this is no edition. No seal stands in it.")
        return 2
    if sealed is target:
        return judged(content, found, of_edition(content, found), told_seal, tell)
    return judged(content, {"#parts": (0, len(content))}, of_folder(target), told_seal, tell)


def judged(
    content: bytes, found: dict[str, tuple[int, int]], pieces: Pieces, told_seal: str, tell: Callable[[str], object]
) -> int:
    """Tell of the whole, then of each part; 0 or 1."""
    own, tell = SEAL.search(content), printable(tell)
    fits = own is not None and seal_of(content).encode() == own[1]
    tell(f"The whole: {'as sealed' if fits else 'CHANGED' if own else 'CHANGED, and its seal is gone'}.")
    broken = []
    try:
        listed = json.loads(content[slice(*found.get("#parts", (0, 0)))])
        for part in changed(listed["parts"] if isinstance(listed, dict) else listed, pieces, tell):
            begin, end = found.get(part["key"], (0, 0))
            broken.append(f"{part['how']}: {part['name']}" + (f" (bytes {begin:,} to {end:,})" if end else ""))
    except (ValueError, KeyError, TypeError, RecursionError, OSError, csv.Error):
        broken.append("CHANGED: the list of parts, which cannot be read")
    if not fits and not broken:
        broken.append(f"CHANGED: somewhere outside the named parts{at(content)}")
    if told_seal and own and told_seal.removeprefix("sha256:").encode() != own[1]:
        broken.append("ANOTHER SEAL than the one you gave: this is not the file that its publisher sealed")
    for line in broken:
        tell(line)
    if own:
        tell(f"Its seal: sha256:{own[1].decode()}. Hold it against the one that its publisher gives.")
    return 1 if broken else 0


def printable(tell: Callable[[str], object]) -> Callable[[str], object]:
    """The same, for words of a file that nobody knows: what a console would act on becomes a question mark."""
    return lambda line: tell(re.sub(r"[^ -~\u00a1-\uffff]|[\u200b-\u206f\ud800-\uf8ff\ufeff]", "?", line))


def at(content: bytes) -> str:
    """Where a byte stands that no edition has, if there is one."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return f" (at byte {fault.start:,})"
    odd = re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", content)
    return f" (at byte {odd.start():,})" if odd else ""


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    sys.exit(verify(Path(sys.argv[1]), "".join(sys.argv[2:])))
