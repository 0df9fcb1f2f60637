"""A quote that is not where it says, or has other neighbours: what is wrong, and the lines that put it right."""

import unicodedata

from data.files.draft import Placed
from data.files.problems import Problem, shown
from data.models.evidence import Claim
from data.texts.folds import as_toml, escaped, look_the_same
from data.texts.quotes import Proposal, context_of, propose

MOST_NAMED = 4


def misplaced(placed: Placed[Claim], text: str, may_search: bool) -> list[Problem]:
    """The problem of a quote that does not stand at its place, and those of its neighbours where it does stand."""
    claim = placed.entry
    what = f"the quote is not at {claim.start}-{claim.end}"
    found = text[claim.start : claim.end]
    seen = shown(found) if found else f"nothing: the text has {len(text):,} characters"
    proposal = propose(claim.quote, text, claim.start, may_search)
    if proposal is None:
        remedy = "Copy the quote from text.txt again, character for character, and set start and end to its place."
        return [placed.problem(what, seen, shown(claim.quote), remedy)]
    start, end = proposal.span.start, proposal.span.end
    place, line = f"Set start = {start}, end = {end}", f"copy this line: quote = {as_toml(proposal.words)}"
    if proposal.exact:
        remedy = f"The same words begin at {start}. {place}."
        return [placed.problem(what, seen, shown(claim.quote), remedy), *wrong_context(placed, text, start, end)]
    if look_the_same(proposal.words, claim.quote):
        what = f"{what} as the text writes it: {_difference(proposal, claim.quote)}"
        problem = placed.problem(
            what, f"'{escaped(proposal.words)}'", f"'{escaped(claim.quote)}'", f"{place}, and {line}"
        )
        return [problem, *wrong_context(placed, text, start, end)]
    remedy = (
        f"Similar words stand at {start}-{end}: {shown(proposal.words)}. If they are meant, {place.lower()}, and {line}"
    )
    return [placed.problem(what, seen, shown(claim.quote), remedy)]


def wrong_context(placed: Placed[Claim], text: str, start: int, end: int) -> list[Problem]:
    """The problems of a prefix and a suffix that are not the words on either side of a place."""
    before, after = context_of(text, start, end)
    faults = []
    for key, side, found in (("prefix", "before", before), ("suffix", "after", after)):
        given: str | None = getattr(placed.entry, key)
        if given is None:  # of a partial claim; its fault is reported
            continue
        stands = found.endswith(given) if key == "prefix" else found.startswith(given)
        if not stands or (found and not given):
            what = f"these are not the words {side} the quote"
            remedy = f"Set {key} to the expected words. The line is: {key} = {as_toml(found)}"
            faults.append(placed.problem(what, f"'{escaped(given)}'", f"'{escaped(found)}'", remedy, key))
    return faults


def _difference(proposal: Proposal, quote: str) -> str:
    """What differs between words that look the same, in words that name what is not seen."""
    words = proposal.words
    if unicodedata.normalize("NFC", words) == unicodedata.normalize("NFC", quote):
        whose, other = ("text", "quote") if not unicodedata.is_normalized("NFC", words) else ("quote", "text")
        return f"the letters of the {whose} are decomposed (each mark by itself), those of the {other} composed"
    if words.replace("\r\n", "\n") == quote:
        return "its lines end in CR and LF, and TOML reads a line end between quotation marks as LF alone"
    strange = [char for char in dict.fromkeys(words) if char not in quote]
    names = [f"U+{ord(char):04X} {unicodedata.name(char, 'a control character').lower()}" for char in strange]
    listed = ", ".join(names[:MOST_NAMED]) or "fewer characters than the quote"
    return f"characters differ that look the same or are not seen; the text has {listed}"
