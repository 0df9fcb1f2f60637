"""Where a quote stands, and what is proposed when it does not."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.models.evidence import Claim
from data.reading.seeds import SEEDS, read_evidence
from data.texts.quotes import Proposal, Span, context_of, nearest, propose, proven

EVIDENCE = read_evidence(SEEDS)
TEXTS = {document.id: document.text for document in EVIDENCE.documents}
CLAIMS = list(EVIDENCE.claims)
WITH_DIGITS = [claim for claim in CLAIMS if re.search(r"\d", claim.quote)]

TRIPS = "Tankers have made over 40 trips in the last eight months."


def test_a_quote_is_proven_only_where_it_stands() -> None:
    assert proven(TRIPS, "over 40 trips", 18, 31)
    assert not proven(TRIPS, "over 40 trips", 17, 30)


def test_an_end_beyond_the_text_is_no_place() -> None:
    assert not proven("forty trips", "forty trips", 0, 12)


def test_places_count_code_points_not_bytes() -> None:
    assert proven("구리 – 40 barges", "40 barges", 5, 14)


def test_the_context_is_cut_at_the_edges_of_the_text() -> None:
    assert context_of("one two three", 4, 7) == ("one ", " three")


def test_the_context_has_at_most_32_characters() -> None:
    assert context_of("a" * 40 + "X" + "b" * 40, 40, 41) == ("a" * 32, "b" * 32)


def test_of_several_places_the_nearest_is_proposed() -> None:
    assert nearest("oil", "oil and oil and oil", 9) == Span(8, 11)


def test_overlapping_places_are_all_seen() -> None:
    assert nearest("aa", "aaaa", 1) == Span(1, 3)


def test_other_quotation_marks_are_proposed_with_the_words_as_they_stand() -> None:
    text = "Putin hailed a “breakthrough document” in June."
    assert propose('"breakthrough document"', text, 0) == Proposal(Span(15, 38), "“breakthrough document”", exact=False)


def test_similar_words_with_the_same_numbers_are_proposed() -> None:
    found = propose("Tankers had made over 40 trips in the last eight months", TRIPS, 0)
    assert found == Proposal(Span(0, 56), "Tankers have made over 40 trips in the last eight months", exact=False)


def test_similar_words_are_not_searched_unless_asked_for() -> None:
    assert propose("Tankers had made over 40 trips in the last eight months", TRIPS, 0, similar=False) is None


def test_another_number_word_is_never_proposed() -> None:
    assert propose("Tankers have made over 40 trips in the last seven months", TRIPS, 0) is None


def test_a_lost_negation_is_never_proposed() -> None:
    assert propose("The tankers do leave the port empty", "The tankers do not leave the port empty", 0) is None


def test_a_quote_longer_than_the_text_is_not_proposed() -> None:
    assert propose("oil " * 50, "oil oil oil", 0) is None


@given(st.sampled_from(CLAIMS), st.integers(-400, 400))
@settings(max_examples=150, deadline=None)
def test_a_shifted_quote_is_refused_unless_the_same_words_stand_there(claim: Claim, shift: int) -> None:
    text, start = TEXTS[claim.document], claim.start + shift
    assume(shift != 0 and start >= 0)
    assume(text[start : start + len(claim.quote)] != claim.quote)
    assert not proven(text, claim.quote, start, start + len(claim.quote))


@given(st.sampled_from(CLAIMS), st.integers(0, 6_000))
@settings(max_examples=150, deadline=None)
def test_the_proposal_for_a_misplaced_quote_is_its_true_place(claim: Claim, near: int) -> None:
    found = propose(claim.quote, TEXTS[claim.document], near)
    assert found == Proposal(Span(claim.start, claim.end), claim.quote, exact=True)


@given(st.sampled_from(WITH_DIGITS), st.data())
@settings(max_examples=150, deadline=None)
def test_a_changed_digit_is_refused_and_no_place_is_proposed_for_it(claim: Claim, draw: st.DataObject) -> None:
    places = [match.start() for match in re.finditer(r"\d", claim.quote)]
    place = draw.draw(st.sampled_from(places))
    digit = draw.draw(st.sampled_from("0123456789").filter(lambda digit: digit != claim.quote[place]))
    changed = claim.quote[:place] + digit + claim.quote[place + 1 :]
    assert not proven(TEXTS[claim.document], changed, claim.start, claim.end)
    assert propose(changed, TEXTS[claim.document], claim.start) is None
