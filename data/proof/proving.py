"""All that is held against the words of a claim's quote: its ends, number, dates, modality and attributions."""

from collections.abc import Iterable, Iterator

from data.files.draft import Draft, Placed
from data.files.faults import Fault, report
from data.files.problems import shown
from data.models.evidence import Claim, Document
from data.numbers import read_numbers
from data.proof.amounts import number_faults
from data.proof.attributed import attribution_faults, origin_faults
from data.proof.edges import cuts_of
from data.proof.hedges import modality_faults
from data.proof.left_out import left_out_faults
from data.proof.same_amount import amount_faults
from data.proof.stated import date_faults
from data.texts.folds import as_toml
from data.texts.lookalikes import LOOKALIKES
from data.texts.quotes import context_of, normalised


def prove_words(placed: Placed[Claim], document: Document, draft: Draft) -> None:
    """Report everything in a claim that the words of its quote, which stands in the text, do not bear out."""
    claim, text, language = placed.entry, document.text, document.language
    measures, origin = draft.measures_of(language), draft.origins.sound.get(claim.origin or "")
    readings = read_numbers(claim.quote, language, measures.words) if claim.quantity else ()
    checks = (
        _cut_words(claim, text, language),
        number_faults(claim, readings, language, measures) if _has_whole_number(claim) else (),
        left_out_faults(claim, readings, text, language, measures),
        modality_faults(claim, language),
        attribution_faults(claim, text),
        origin_faults(claim, origin.entry if origin else None),
        _wrong_date_words(claim, text) or date_faults(claim, document),
    )
    for faults in checks:
        for fault in faults:
            report(fault, draft, draft.claims, placed)


def prove_amounts(claims: Iterable[Placed[Claim]], document: Document, draft: Draft) -> None:
    """Report claims whose sentence gives their amount in barrels and in tonnes, and both cannot be right."""
    by_id = {placed.id: placed for placed in claims if placed.id in draft.claims}
    entries = [placed.entry for placed in by_id.values()]
    measures = draft.measures_of(document.language)
    for claim, fault in amount_faults(entries, document.text, document.language, measures):
        report(fault, draft, draft.claims, by_id[claim.id])


def _has_whole_number(claim: Claim) -> bool:
    # Of a range that runs backwards one thing is enough to say, and it is said.
    return claim.low is None or claim.high is None or claim.low <= claim.high


def _cut_words(claim: Claim, text: str, language: str) -> Iterator[Fault]:
    if text[claim.start : claim.end] != claim.quote:  # another place is proposed for it
        return
    cuts = cuts_of(text, claim.start, claim.end, language)
    start = min((cut.start for cut in cuts if cut.side == "start"), default=claim.start)
    end = max((cut.end for cut in cuts if cut.side == "end"), default=claim.end)
    for cut in cuts:
        what = f"the quote {'begins' if cut.side == 'start' else 'ends'} inside a word or a number"
        remedy = f"Quote {shown(cut.whole(text))} whole. The lines, one below the other: {_lines(text, start, end)}"
        yield Fault(cut.side, what, shown(claim.quote), shown(cut.whole(text)), remedy)


def _lines(text: str, start: int, end: int) -> str:
    """The keys of a claim that quotes a place, as they are written."""
    prefix, suffix = context_of(text, start, end)
    words = {"quote": text[start:end], "prefix": prefix, "suffix": suffix}
    return "; ".join((f"start = {start}", f"end = {end}", *(f"{key} = {as_toml(one)}" for key, one in words.items())))


def _wrong_date_words(claim: Claim, text: str) -> list[Fault]:
    words = claim.date_words or ""
    if words.translate(LOOKALIKES) in normalised(text):
        return []
    remedy = "Copy the words for the date from the document, or leave the key out."
    return [Fault("date_words", "these words do not stand in the document", shown(words), "", remedy)]
