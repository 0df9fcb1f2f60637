"""A text with one claim on it, made in memory, and what the proof of its words says of it."""

from typing import NamedTuple

from data.files.draft import Draft, Placed
from data.files.problems import Problem
from data.models.case import Unit
from data.models.evidence import Claim, Document
from data.proof.proving import prove_amounts, prove_words
from data.texts.measures import Measures
from data.texts.quotes import context_of

UNITS = (
    Unit(id="barrel", one="barrel", many="barrels"),
    Unit(id="barrel-per-day", one="barrel a day", many="barrels a day"),
    Unit(id="tonne", one="tonne", many="tonnes"),
    Unit(id="tonne-per-year", one="tonne a year", many="tonnes a year"),
    Unit(id="trip", one="trip", many="trips"),
    Unit(id="barge", one="barge", many="barges", words=("баржа", "баржи", "барж")),
)
MEASURES = Measures(UNITS)


class Told(NamedTuple):
    """Of each key what is wrong with it, and what is only warned of, in the order in which it was found."""

    refused: tuple[tuple[str, str], ...]
    warned: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self.refused]

    @property
    def remedy(self) -> str:
        """The remedy of the one problem."""
        (problem,) = self.problems
        return problem.remedy

    @property
    def seen(self) -> str:
        """What was seen of the one problem."""
        (problem,) = self.problems
        return problem.seen


def proof_of(quote: str, text: str = "", language: str = "en", **keys: object) -> Told:
    """What the proof says of a claim that quotes these words, once, from a text; without one the quote is all of it."""
    return proof_of_all(text or quote, [{"quote": quote, **keys}], language)


def proof_of_all(text: str, claims: list[dict[str, object]], language: str = "en", **keys: object) -> Told:
    """What the proof says of several claims of one text; `keys` are those of the document."""
    draft, document = Draft(), document_of(text, language, **keys)
    for unit in UNITS:
        draft.units.sound[unit.id] = Placed(unit, "case.toml", f"unit {unit.id}")
    placed = [_put(claim_of(number, text, given), draft) for number, given in enumerate(claims, 1)]
    for one in placed:
        prove_words(one, document, draft)
    prove_amounts(placed, document, draft)
    return Told(_by_key(draft.problems), _by_key(draft.warnings), tuple(draft.problems))


def document_of(text: str, language: str = "en", **keys: object) -> Document:
    """A document with this text."""
    fixed = {"id": "report", "label": "R", "title": "Report", "original_name": "report.txt", "sha256": "0" * 64}
    graded = {"reliability": "C", "reliability_reason": "Invented.", "assessed_on": "2040-01-01"}
    return Document.model_validate(fixed | graded | {"text": text, "language": language} | keys)


def claim_of(number: int, text: str, given: dict[str, object]) -> Claim:
    """A claim on a text that holds its quote once."""
    quote = str(given["quote"])
    assert text.count(quote) == 1, f"{quote!r} stands {text.count(quote)} times in the text"
    start = text.index(quote)
    prefix, suffix = context_of(text, start, start + len(quote))
    fixed = {"id": f"R{number:02}", "document": "report", "start": start, "end": start + len(quote)}
    read = {"kind": "fact", "topic": "volume", "speaker": "document voice", "modality": "reported"}
    graded = {"credibility": 3, "credibility_reason": "Invented.", "assessed_on": "2040-01-01"}
    return Claim.model_validate(fixed | {"prefix": prefix, "suffix": suffix} | read | graded | given)


def _put(claim: Claim, draft: Draft) -> Placed[Claim]:
    placed = Placed(claim, "evidence.toml", f"claim {claim.id}")
    draft.claims.built.append(placed)
    draft.claims.sound[placed.id] = placed
    return placed


def _by_key(problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    return tuple((problem.place.partition(", ")[2], problem.what) for problem in problems)
