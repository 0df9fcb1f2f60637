"""Do the dates of claims and events rest on words: what is stated stands in the quote, what is read is explained."""

import re
from collections.abc import Iterable, Iterator

from data.files.faults import Fault
from data.models.event import Event
from data.models.evidence import Claim, Document
from data.texts.calendar_words import Parts, parts_of_edtf, parts_of_text

# Words before a date, or behind it in scripts whose particles follow, that say which end of a time it is.
SINCE = re.compile(r"\b(?:since|seit|depuis|desde|с|со|з|від)\b|이후|부터|以[来來]|から|منذ")
UNTIL = re.compile(r"\b(?:until|till|bis|jusqu|hasta|до)\b|까지|[为為]止|まで|حتى")
NEAR = 25  # characters between such a word and its date


def date_faults(claim: Claim, document: Document) -> Iterator[Fault]:
    """A stated date whose year, month or day does not stand in the words; a warning where no reason names it."""
    said = (claim.quote, claim.date_words)
    if claim.date_text_only:
        missing = parts_of_text([document.text], document.language).lacks(parts_of_edtf(claim.date_text_only))
        if missing:
            remedy = "It holds what the text alone gives: correct it, or leave it out."
            yield Fault(
                "date_text_only", f"the text names no {', no '.join(missing)}", claim.date_text_only, "", remedy
            )
    if not claim.date:
        return
    yield from _turned_faults(claim, document.language)
    wanted = parts_of_edtf(claim.date)
    if claim.date_basis == "stated":
        if missing := parts_of_text(said, document.language).lacks(wanted):
            remedy = (
                "Copy the words of the text that say it into date_words. If the text does not say it, write "
                'date_basis = "relative" or "inferred" and the reason in date_reason.'
            )
            what = f"the date is called stated, but no words say {', '.join(missing)}"
            yield Fault("date_basis", what, claim.date_words or claim.quote, claim.date, remedy)
        return
    windows = (document.written or "", document.published or "")
    known = _named((*said, claim.date_reason, document.text), windows, document.language)
    yield from _unexplained(known.lacks(wanted), claim.date)


def _turned_faults(claim: Claim, language: str) -> Iterator[Fault]:
    """A warning for a date that is open at the end which the words give: until March, of what goes on since March."""
    words = f"{claim.quote}\n{claim.date_words or ''}"
    since, until = (_says(one, words, language) for one in (SINCE, UNTIL))
    date = claim.date or ""
    open_end, open_start = date.endswith(("/..", "..]")), date.startswith(("../", "[.."))
    if (open_end and until and not since) or (open_start and since and not until):
        said = until or since
        remedy = "Write the date on the side of the two dots where the words have it."
        yield Fault("date", f"the words say “{said}”, and the date is open at that end", date, "", remedy, warns=True)


def side_of(text: str, start: int, end: int) -> tuple[int, str]:
    """Which end of a time a date at a place is: "since" or "until", or empty; and where the words for it begin."""
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    for side, pattern in (("since", SINCE), ("until", UNTIL)):
        if pattern.match(behind.lstrip()) and behind.lstrip()[0] >= "\u3041":  # a particle follows its date
            return start, side
        for found in pattern.finditer(before):
            if not any(char.isalnum() for char in before[found.end() :]) and found.group()[0] < "\u3041":
                return start - len(before) + found.start(), side
    return start, ""


def _says(pattern: re.Pattern[str], words: str, language: str) -> str:
    for found in pattern.finditer(words):
        follows = found.group()[0] >= "\u3041"
        beside = words[max(0, found.start() - NEAR) : found.start()] if follows else words[found.end() :][:NEAR]
        named = parts_of_text([beside], language)
        if named.years or named.months:
            return found.group()
    return ""


def event_date_faults(event: Event, claims: Iterable[Claim], documents: Iterable[Document]) -> Iterator[Fault]:
    """A warning for each year, month or day of an event's date that neither its claims nor its reason name."""
    claims, documents = tuple(claims), tuple(documents)
    texts = [words for claim in claims for words in (claim.quote, claim.date_words)]
    # A date that a claim only infers is none that an event could call stated.
    dates = [claim.date or "" for claim in claims if event.date_basis in ("relative", "inferred", claim.date_basis)]
    languages = {document.language for document in documents} or {"en"}
    if event.date_basis != "stated":
        texts.append(event.date_reason)
        texts += [words for claim in claims for words in (claim.date_reason,)]
        dates += [words for one in documents for words in (one.written or "", one.published or "")]
    wanted = parts_of_edtf(event.date)
    missing = set.intersection(*(set(_named(texts, dates, one).lacks(wanted)) for one in languages))
    if missing and event.date_basis == "stated":
        what = f"the date is called stated, but no claim of it says {', '.join(sorted(missing))}"
        remedy = "Give the date that its claims have, or write inferred in date_basis and the reason in date_reason."
        yield Fault("date_basis", what, event.date, "", remedy, warns=True)
    elif missing:
        yield from _unexplained(sorted(missing), event.date)


def _named(texts: Iterable[str], dates: Iterable[str], language: str) -> Parts:
    """Every year, month and day that texts and EDTF dates name."""
    parts = [parts_of_text(texts, language), *map(parts_of_edtf, dates)]
    return Parts(*(frozenset[int]().union(*(one[side] for one in parts)) for side in range(3)))


def _unexplained(missing: list[str], date: str) -> Iterator[Fault]:
    if missing:
        what = f"neither the words nor the reason name {', '.join(missing)} of this date"
        yield Fault("date", what, date, "", "Say in date_reason where it comes from, or correct the date.", warns=True)
