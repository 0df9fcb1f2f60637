"""Ids that the program gives: of claims by the letters of their document, of all else after a title."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

LONGEST_SLUG = 40
CLAIM_ID = re.compile(r"([A-Z]{1,4})([0-9]{2,6})", re.ASCII)
ANY_CLAIM_ID = re.compile(r"\b[A-Z]{1,4}[0-9]{2,6}\b", re.ASCII)


def next_claim_id(label: str, own: Iterable[str], met: Iterable[str]) -> str:
    """The id of a document's next claim: C07 after C06.

    `own` are ids of its claims, whose letters it goes on with; without any, those of its label. `met` are all ids that
    ever were one, of claims that are gone too.
    """
    letters = Counter(found.group(1) for claim_id in own if (found := CLAIM_ID.fullmatch(claim_id)))
    front = letters.most_common(1)[0][0] if letters else re.sub("[^A-Z]", "", label.upper()) or "C"
    parts = [found for claim_id in met if (found := CLAIM_ID.fullmatch(claim_id))]
    used = [int(found.group(2)) for found in parts if found.group(1) == front]
    return f"{front}{max(used, default=0) + 1:02}"


def claim_ids_in(text: str) -> set[str]:
    """What looks like the id of a claim in running text."""
    return set(ANY_CLAIM_ID.findall(text))


def free_id(title: str, otherwise: str, taken: Collection[str]) -> str:
    """An id after a title that nothing has yet: harbour-letter, then harbour-letter-2; `otherwise` without letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall("[a-z0-9]+", plain)
    whole = "-".join(words)[:LONGEST_SLUG].strip("-") or otherwise
    numbered = (f"{whole}-{number}" for number in range(2, len(taken) + 3))
    return whole if whole not in taken else next(one for one in numbered if one not in taken)


def free_label(taken: Collection[str]) -> str:
    """The first letter that no document has for a label, or Z with a number."""
    letters = (chr(place) for place in range(ord("A"), ord("Z") + 1))
    numbered = (f"Z{number}" for number in range(1, len(taken) + 2))
    return next(label for label in (*letters, *numbered) if label not in taken)
