"""A month in a curator's sentence is one that its claims, or their dates, name."""

from pathlib import Path

import pytest

from data import examine
from data.models.evidence import Claim
from data.proof.months import unnamed_months
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.data.proof.proof_of_claim import claim_of


def saying(quote: str, **keys: object) -> Claim:
    return claim_of(1, quote, {"quote": quote, **keys})


def unnamed(sentence: str, *claims: Claim, also: tuple[str, ...] = (), language: str = "en") -> list[str]:
    return unnamed_months(sentence, claims, also, [language])


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("The agreement of June", []),
        ("The agreement of July", ["July"]),
        ("From June to July and on to September", ["July", "September"]),
        ("An agreement in May", ["May"]),
        ("It may follow", []),
        ("May it follow? A march in august company", []),
        ("On 3 May 2039", ["May"]),
        ("Without a month", []),
    ],
)
def test_a_month_that_no_claim_names_is_told(sentence: str, months: list[str]) -> None:
    assert unnamed(sentence, saying("signed in June")) == months


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("ko", "6월에 서명했다"),
        ("ru", "подписано в июне"),
        ("zh", "六月签署"),
        ("de", "im Juni unterzeichnet"),
    ],
)
def test_a_claim_may_name_it_in_its_own_language(language: str, quote: str) -> None:
    assert unnamed("Signed in June", saying(quote), language=language) == []
    assert unnamed("Signed in July", saying(quote), language=language) == ["July"]


def test_the_dates_of_claims_and_rows_name_every_month_they_reach_over() -> None:
    claim = saying("all through the summer", date="2039-06/2039-08", date_basis="inferred", date_reason="Summer.")
    assert unnamed("From June to August, above all in July", claim) == []
    assert unnamed("In September", claim) == ["September"]
    assert unnamed("In September", claim, also=("2039-09-02",)) == []
    assert unnamed("In September", claim, also=("2039",)) == ["September"]
    # Of many years every month would be named.
    assert unnamed("In September", saying("for years"), also=("2030-01/2039-05",)) == ["September"]


def test_the_check_warns_of_it_and_refuses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    write_case(folder, 1)
    before = set(examine(folder).warnings)
    plant(folder / "events.csv", "100 tonnes of salt", "In July 100 tonnes of salt")
    findings = examine(folder)
    assert findings.problems == ()
    (told,) = set(findings.warnings) - before
    assert (told.place, told.what, told.seen) == (
        "row 2, title",
        "neither the claims nor their dates name this month",
        "July",
    )
