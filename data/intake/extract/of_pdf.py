"""PDF: the text layer in the order in which it is written, its lines folded into paragraphs."""

import re
from collections.abc import Collection
from importlib.metadata import version
from io import BytesIO
from typing import Any

ENDS = tuple(".!?…:;。！？”\"'’)]»")
# Where a hyphen at the end of a line belongs to the word, by its first part: twenty-five is no twentyfive.
TENS = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety quatre vingt trente quarante cinquante soixante".split()
)
UNSPACED = r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u3001-\u3002\uff01-\uff5e]"  # of scripts that put no spaces
# What an extractor puts before a point or comma where a font changes.
BEFORE_POINT = re.compile(r"(?<=[^\W\d_]) (?=[.,](?:\s|$))")
# What no word in Hangul begins with: standing alone it ends the word of the line before.
HANGUL = re.compile("[\uac00-\ud7a3]+")
SPACE_LEFT, ENDS_IN_HANGUL, SURELY = re.compile("[\uac00-\ud7a3] $"), re.compile("[\uac00-\ud7a3]$"), 3
PARTICLES = frozenset(
    "은 는 가 을 를 의 에 로 와 과 도 에게 에서 으로 까지 부터 에는 에도 며 으며 이며 면서 으면서 이라고 이라는"
    " 이라며 에서는 에서도 에게는 으로는 으로써 으로서 처럼".split()
)
# A space between letters of these scripts and what has another font: a number, a name, a point.
WIDE = rf"(?:[\uac00-\ud7a3]|{UNSPACED})"
AT_ANOTHER_FONT = re.compile(rf"(?<={WIDE}) +(?=[!-~])|(?<=[!-~]) +(?={WIDE})")
# Where two lines have no space between them: in such a script, and at a dash that has none on its other side.
CLOSE = re.compile(rf"{UNSPACED}\n{UNSPACED}|\S—\n|\n—\S")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
GAP = re.compile(r"(?<=\S) {4,}(?=\S)|^ {20,}(?=\S)")
LOOKED_AT = 3  # pages, of which one tells that the lines of two columns were written across
# The mark of a note, or a power: digits in smaller type, higher than what is before them.
NOTE_MARK, SMALLER, LEVEL = re.compile(r"\d{1,3}(?:[,–-] ?\d{1,3})*"), 0.85, 0.05  # of the size, and points
HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BEFORE_HIGH = re.compile("(?<=[^\\s,–-]) (?=[⁰¹²³⁴⁵⁶⁷⁸⁹])")
LEAST_LETTERS = 20  # of a line of running text; cells of a table are shorter
FULL_LINE, HEADING = 0.8, 0.6  # of the usual length of a line


def extracted(content: bytes) -> dict[str, Any]:
    """Text, extractor and steps of a PDF; or {"refused": why}."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(content))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            return {"refused": "encrypted"}
        pages, high = (
            map(list, zip(*[_written(page) for page in reader.pages], strict=True)) if reader.pages else ([], [])
        )
        mixed = any(AT_ANOTHER_FONT.search(page) for page in pages)
        drawn = [page.extract_text(extraction_mode="layout") for page in reader.pages[:LOOKED_AT]]
        across = any(one_by_one(page, rows) for page, rows in zip(pages, drawn, strict=False))
        if across or mixed:
            drawn += [page.extract_text(extraction_mode="layout") for page in reader.pages[LOOKED_AT:]]
    except DependencyError:  # a cipher that is not at hand; its password may be empty
        return {"refused": "encrypted"}
    if pages and not any(char.isalnum() for page in pages for char in page):
        return {"refused": "scanned"}
    steps = []
    if mixed and (close := [as_drawn(page, rows) for page, rows in zip(pages, drawn, strict=True)]) != pages:
        pages, steps = close, ["spaces at a change of font taken out"]
    if any(high):
        pages = [_with_high(page, places) for page, places in zip(pages, high, strict=True)]
        steps.append("digits that were set high written so")
    if across:
        pages = [one_by_one(page, rows) or page for page, rows in zip(pages, drawn, strict=True)]
        steps.append("columns written across put one after the other")
    text, folds = folded("\n".join(pages))
    steps += folds
    return {"text": text, "extractor": f"pypdf {version('pypdf')}", "steps": steps}


def _written(page: Any) -> tuple[str, frozenset[int]]:  # noqa: ANN401 - pypdf is imported only to read
    """The text of a page in the order of writing, and which of its letters, counted without blanks, are set high."""
    pieces: list[tuple[str, float, float]] = []  # words, size of their type, how far up they stand

    def told(words: str, page_at: list[float], at: list[float], _: object, size: float) -> None:
        if words:
            pieces.append((words, size * abs(at[3] * page_at[3]), at[5] * page_at[3] + page_at[5]))

    text = page.extract_text(visitor_text=told)
    high, many, last, usual, level = set[int](), 0, "\n", 0.0, 0.0
    for words, size, up in pieces:
        letters = len("".join(words.split()))
        if NOTE_MARK.fullmatch(words.strip()) and size < SMALLER * usual and _is_raised(up - level, usual, last, words):
            high.update(range(many, many + letters))
        elif letters:
            usual, level = size, up
        many, last = many + letters, words[-1]
    return text, frozenset(high) if "".join(words for words, _, _ in pieces) == text else frozenset()


def _is_raised(up: float, size: float, last: str, words: str) -> bool:
    """True for digits that stand higher than what is before them; where that is not told, for those right behind it.

    A letter before them may have them below it, as a formula has.
    """
    if abs(up) > LEVEL:
        return LEVEL < up < size
    return not (last.isspace() or words[0].isspace() or last.isalpha())


def _with_high(text: str, places: Collection[int]) -> str:
    """A text in which the digits at some places, counted without blanks, are ⁰ to ⁹."""
    letters = [place for place, char in enumerate(text) if not char.isspace()]
    found = {letters[place] for place in places}
    marked = "".join(char.translate(HIGH) if place in found else char for place, char in enumerate(text))
    return BEFORE_HIGH.sub("", marked) if places else text


def as_drawn(written: str, drawn: str) -> str:
    """The text of a page without the spaces that are not on it: in the order of writing one stands at a change of font.

    `drawn` is the same with spaces where the page has room. Only around letters that a number's font seldom has.
    """
    rows = [("".join(row.split()), _gaps(row)) for row in drawn.split("\n")]

    def close(line: str) -> str:
        letters = "".join(line.split())
        at, gaps = next(((row.find(letters), gaps) for row, gaps in rows if letters in row), (-1, set()))
        if at < 0:
            return line
        return AT_ANOTHER_FONT.sub(
            lambda found: found[0] if at + len("".join(line[: found.start()].split())) in gaps else "", line
        )

    return "\n".join(close(line) for line in written.split("\n"))


def _gaps(row: str) -> set[int]:
    """Behind how many letters of a row there is a space."""
    return {len("".join(row[: found.start()].split())) for found in re.finditer(" +", row)}


def one_by_one(written: str, drawn: str) -> str:
    """The two columns of a page that was written across both, line by line, one after the other; of any other page "".

    `written` is its text in the order of writing, `drawn` the same with spaces where the page has room. A table stays
    as it is: the cells of its rows are short.
    """
    rows = [_sides(row.rstrip()) for row in drawn.split("\n") if row.strip()]
    both = [row for row in rows if len(row) == 2 and row[0].strip()]
    lines = {"".join(line.split()) for line in written.split("\n")}
    joined = [row for row in both if "".join("".join(row).split()) in lines]
    if 2 * len(both) < len(rows) or 2 * len(joined) < len(both) or _usual(both) < LEAST_LETTERS:
        return ""
    first = rows.index(both[0])
    left = [row[0] for row in rows[first:]]
    right = [row[1] for row in rows[first:] if len(row) == 2]
    return "\n".join([*(" ".join(row) for row in rows[:first]), *left, *right])


def _sides(row: str) -> list[str]:
    """What stands before and behind the widest gap of a row, or the row alone."""
    gap = max(GAP.finditer(row), key=lambda found: len(found[0]), default=None)
    return [row[: gap.start()], row[gap.end() :]] if gap else [row]


def _usual(rows: list[list[str]]) -> float:
    """How many letters the narrower side of some rows has on average."""
    return min(sum(len(row[side].strip()) for row in rows) / len(rows) for side in (0, 1)) if rows else 0.0


def folded(written: str) -> tuple[str, list[str]]:
    """The text of lines as paragraphs, one a line, and the name of each step that has changed something."""
    spelled = re.sub("|".join(LIGATURES), lambda found: LIGATURES[found[0]], written)
    plain = BEFORE_POINT.sub("", re.sub(r"[^\S\n]+", " ", spelled))
    joined = _without_line_hyphens(plain)
    text = "\n".join(_paragraphs(joined.split("\n")))
    steps = {
        "ligatures spelled out": spelled != written,
        "hyphens at line ends joined": joined != plain,
        "white space and line ends folded": text != joined or plain != spelled,
    }
    return text, [step for step, done in steps.items() if done]


def _without_line_hyphens(text: str) -> str:
    """Words that were divided at the end of a line, whole again; a hyphen that may be the word's own stays."""
    begin_compounds = {first.lower() for first in re.findall(r"([^\W\d_]+)-(?=[^\W\d_])", text)} | TENS

    def joined(found: re.Match[str]) -> str:
        first, mark, second, further = found.groups()
        compound = "-" in first or further or first.lower() in begin_compounds
        own = mark != "\u00ad" and (compound or not (second[0].islower() and first[-1].islower()))
        return f"{first}{mark if own else ''}{second}{further}"

    return re.sub(r"((?:[^\W_]+-)?[^\W_]+)([-\u2010\u00ad]) ?\n ?([^\W_]+)(-?)", joined, text)


def _is_one_word(before: str, after: str, words: Collection[str]) -> bool:
    """True where the end of a line divides a word in Hangul, as far as the text shows: it stands whole elsewhere."""
    first, second = HANGUL.findall(before[-20:]), HANGUL.match(after)
    if not (first and second and before.endswith(first[-1])):
        return False
    return second[0] in PARTICLES or f"{first[-1]}{second[0]}" in words


def _paragraphs(written: list[str]) -> list[str]:
    """Lines put together: one goes on in the next unless it is short, for a sentence or a title that ends."""
    lines = [line.strip() for line in written]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs: list[str] = []
    words = {word for line in lines for word in HANGUL.findall(line)}
    # Where a writer leaves the space at the end of a line, a full line in Hangul without one ends inside a word.
    leaves_spaces = sum(bool(SPACE_LEFT.search(line)) for line in written) >= SURELY
    open_ = divided = False
    for place, line in enumerate(lines):
        if not line:
            open_ = open_ and not paragraphs[-1].endswith(ENDS)
            continue
        if open_:
            close = bool(CLOSE.search(f"{paragraphs[-1][-2:]}\n{line[:2]}")) or (divided and bool(HANGUL.match(line)))
            apart = "" if close or _is_one_word(paragraphs[-1], line, words) else " "
            paragraphs[-1] += apart + line
        else:
            paragraphs.append(line)
        following = next((further for further in lines[place + 1 :] if further), "")
        ended = line.endswith(ENDS) and len(line) < FULL_LINE * usual and not following[:1].islower()
        heading = len(line) < HEADING * usual and following[:1].isupper()
        open_ = not (ended or heading)
        divided = leaves_spaces and bool(ENDS_IN_HANGUL.search(written[place])) and len(line) >= FULL_LINE * usual
    return paragraphs
