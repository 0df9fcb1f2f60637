"""Who gave a grade, and on which day."""

from datetime import date

from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence, Origin

NOT_NAMED = "who judged is not named"


def graded_by(graded: Document | Claim | Origin, evidence: Evidence) -> str:
    """Who gave the grade: of an origin whom its row names, else whom the case names; empty where neither does."""
    own = graded.assessed_by if isinstance(graded, Origin) else ""
    return own.strip() or evidence.case.assessed_by.strip()


def judged(graded: Document | Claim | Origin, evidence: Evidence) -> str:
    """Day and judge of a grade: "22 November 2026, by curator 1"; empty for an origin that nobody has assessed."""
    day: date | None = graded.assessed_on
    if day is None:
        return ""
    by = graded_by(graded, evidence)
    return f"{in_words(day.isoformat())}, by {by}" if by else f"{in_words(day.isoformat())}; {NOT_NAMED}"
