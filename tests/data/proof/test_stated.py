"""What is called a stated date stands in the words; of another the reason says where each part comes from."""

import pytest

from data.models.event import Event
from data.proof.stated import event_date_faults
from data.texts.calendar_words import Parts, parts_of_edtf, parts_of_text
from tests.data.proof.proof_of_claim import claim_of, document_of, proof_of, proof_of_all


@pytest.mark.parametrize(
    ("language", "quote", "date"),
    [
        ("en", "It left on 14 June 2024", "2024-06-14"),
        ("en", "It left on June 14th, 2024", "2024-06-14"),
        ("en", "It left in Sept. 2024", "2024-09"),
        ("en", "It left on 2024-06-14", "2024-06-14"),
        ("en", "It left on 14/06/2024", "2024-06-14"),
        ("en", "from March to June 2024", "2024-03/2024-06"),
        ("en", "in 2024", "2024"),
        ("en", "in all of 2024", "2024-01-01/2024-12-31"),
        ("de", "am 14. März 2024", "2024-03-14"),
        ("fr", "le 14 août 2024", "2024-08-14"),
        ("es", "el 14 de enero de 2024", "2024-01-14"),
        ("ru", "14 марта 2024 года", "2024-03-14"),
        ("uk", "14 березня 2024 року", "2024-03-14"),
        ("ko", "2024년 3월 14일", "2024-03-14"),
        ("zh", "2024年3月14日", "2024-03-14"),
        ("zh", "二〇二四年三月", "2024-03"),
        ("ja", "2024年3月14日", "2024-03-14"),
        ("ar", "في ١٤ مارس ٢٠٢٤", "2024-03-14"),
        ("en", "la 14 March 2024", "2024-03-14"),
    ],
)
def test_a_stated_date_stands_in_the_words_of_its_language(language: str, quote: str, date: str) -> None:
    assert proof_of(quote, language=language, date=date, date_basis="stated").problems == ()


@pytest.mark.parametrize(
    ("language", "quote", "date", "missing"),
    [
        ("en", "It left this year", "2019", "year 2019"),
        ("en", "It left in 2024", "2024-06", "month 6"),
        ("en", "It left in June 2024", "2024-06-14", "day 14"),
        ("en", "It left in May 2024", "2024-06", "month 6"),
        ("en", "It left on 14 June", "2024-06-14", "year 2024"),
        ("en", "It made 2,024 trips", "2024", "year 2024"),
        ("ko", "2024년 3월", "2024-04", "month 4"),
        ("ru", "в марте 2024 года", "2024-05", "month 5"),
    ],
)
def test_a_part_that_no_words_say_is_not_stated(language: str, quote: str, date: str, missing: str) -> None:
    found = proof_of(quote, language=language, date=date, date_basis="stated")
    assert found.refused == (("date_basis", f"the date is called stated, but no words say {missing}"),)
    assert 'date_basis = "relative" or "inferred" and the reason in date_reason' in found.remedy


def test_the_words_for_the_date_may_stand_elsewhere_in_the_text() -> None:
    text = "In 2039 much was sold. The Vale sold salt."
    keys = {"date": "2039", "date_basis": "stated"}
    assert proof_of("The Vale sold salt", text, **keys).keys == ["date_basis"]
    assert proof_of("The Vale sold salt", text, date_words="In 2039", **keys).problems == ()
    assert proof_of("The Vale sold salt", text, date_words="In 2038", **keys).keys == ["date_words"]


def test_a_date_that_nothing_explains_is_warned_of() -> None:
    quote = "It left this year"
    found = proof_of(quote, date="2024-06", date_basis="inferred", date_reason="So it was told.")
    assert found.problems == ()
    what = "neither the words nor the reason name year 2024, month 6 of this date"
    assert found.warned == (("date", what),)


def test_a_reason_that_names_each_part_explains_the_date() -> None:
    reason = "The harbour lists the call for June 2024."
    assert proof_of("It left this year", date="2024-06", date_basis="inferred", date_reason=reason).warned == ()


def test_the_window_in_which_a_text_was_written_explains_a_date_counted_from_it() -> None:
    quote = "It left last week"
    claim: dict[str, object] = {
        "quote": quote,
        "date": "2024-06",
        "date_basis": "relative",
        "date_reason": "Counted from the day.",
    }
    written = {"written": "2024-06-14", "written_basis": "inferred", "written_reason": "The paper is of that day."}
    assert proof_of_all(quote, [claim], **written).warned == ()
    assert [key for key, _ in proof_of_all(quote, [claim]).warned] == ["date"]


def test_what_the_text_alone_gives_stands_in_it() -> None:
    assert proof_of("The June agreement", date_text_only="XXXX-06").problems == ()
    found = proof_of("The June agreement", date_text_only="XXXX-07")
    assert found.refused == (("date_text_only", "the text names no month 7"),)


def listed(parts: Parts) -> list[list[int]]:
    """Years, months and days in order."""
    return [sorted(part) for part in parts]


def event(date: str, basis: str, reason: str = "") -> Event:
    return Event.model_validate(
        {
            "event_id": "sold",
            "lane": "salt",
            "type": "sale",
            "title": "Salt sold",
            "date": date,
            "date_basis": basis,
            "date_reason": reason,
            "supports": ["R01"],
            "modality": "reported",
        }
    )


@pytest.mark.parametrize(
    ("date", "basis", "reason", "what"),
    [
        ("2039", "stated", "", None),
        ("2039-03", "stated", "", "the date is called stated, but no claim of it says month 3"),
        ("2038", "stated", "Told in 2038.", "the date is called stated, but no claim of it says year 2038"),
        ("2039-03", "inferred", "The road opens in March.", None),
        ("2039-03", "inferred", "So it was told.", "neither the words nor the reason name month 3 of this date"),
    ],
)
def test_the_date_of_an_event_is_that_of_its_claims_or_explained(
    date: str, basis: str, reason: str, what: str | None
) -> None:
    text = "In 2039 the Vale sold salt."
    claims = [claim_of(1, text, {"quote": "the Vale sold salt", "date": "2039", "date_basis": "stated"})]
    found = list(event_date_faults(event(date, basis, reason), claims, [document_of(text)]))
    assert [fault.what for fault in found] == ([what] if what else [])
    assert all(fault.warns for fault in found)


def test_the_parts_of_dates_are_told_apart() -> None:
    assert listed(parts_of_edtf("2024-03-07/2024-11-05")) == [[2024], [3, 11], [5, 7]]
    assert listed(parts_of_edtf("2024-01-01/2024-12-31")) == [[2024], [], []]
    assert listed(parts_of_edtf("XXXX-06")) == [[], [6], []]
    assert listed(parts_of_text(["In May 2024", "on the 7th of June"], "en")) == [[2024], [5, 6], [7]]
    assert parts_of_text(["Maybe they marched in 12 places"], "en").months == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("ru", "в ноябре", 11),
        ("ru", "к ноябрю", 11),
        ("ru", "за ноябрём", 11),
        ("ru", "к маю", 5),
        ("ru", "в марте", 3),
        ("uk", "у листопаді", 11),
        ("uk", "листопада", 11),
        ("uk", "до лютого", 2),
        ("uk", "у січні", 1),
        ("ar", "في كانون الثاني", 1),
        ("ar", "في كانون الأول", 12),
        ("ar", "في تشرين الأول", 10),
        ("ar", "في تشرين الثاني", 11),
        ("ar", "في حزيران", 6),
        ("ar", "في آب", 8),
        ("de", "im Jänner", 1),
        ("de", "im Maerz", 3),
        ("fr", "en aout", 8),
        ("es", "en setiembre", 9),
    ],
)
def test_a_month_is_known_by_its_second_names_and_in_every_case(language: str, text: str, month: int) -> None:
    assert parts_of_text([text], language).months == {month}


@pytest.mark.parametrize(
    ("language", "quote", "date", "turned"),
    [
        ("en", "They came since March 2039", "2039-03/..", ""),
        ("en", "They came since March 2039", "../2039-03", "since"),
        ("en", "They came until March 2039", "../2039-03", ""),
        ("en", "They came until March 2039", "2039-03/..", "until"),
        ("en", "They came until March 2039", "[2039-03..]", "until"),
        ("en", "They came from May until March 2039, since March 2038", "2038-03/..", ""),
        ("en", "Until now they came, from March 2039", "2039-03/..", ""),
        ("ko", "2039년 3월부터 왔다", "../2039-03", "부터"),
        ("ko", "2039년 3월까지 왔다", "2039-03/..", "까지"),
        ("ru", "Они ходили до марта 2039 года", "2039-03/..", "до"),
        ("ja", "2039年3月まで来た", "2039-03/..", "まで"),
    ],
)
def test_a_date_is_not_open_at_the_end_that_the_words_give(language: str, quote: str, date: str, turned: str) -> None:
    found = proof_of(quote, language=language, date=date, date_basis="stated")
    assert found.refused == ()
    expected = f"the words say “{turned}”, and the date is open at that end"
    assert found.warned == ((("date", expected),) if turned else ())
