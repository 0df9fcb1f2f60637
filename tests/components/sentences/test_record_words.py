"""What a cited fact says in one sentence."""

import pytest

from components.sentences.records.record_words import statement_of
from data import Evidence

PLACES = [
    ("Old Quay", " at Old Quay, "),
    ("at sea", " at sea, "),
    ("2 km off Old Quay", " 2 km off Old Quay, "),
    ("港", " at 港, "),
]


@pytest.mark.parametrize(("place", "told"), PLACES)
def test_a_vessel_is_at_a_place_with_a_name_and_else_where_the_record_says(
    evidence: Evidence, place: str, told: str
) -> None:
    sighting = evidence.record_by_id["vessel-visit-012"].model_copy(update={"place": place})
    assert told in statement_of(sighting, evidence)
    assert f" at{told}" not in statement_of(sighting, evidence)
