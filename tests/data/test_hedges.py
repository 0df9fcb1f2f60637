"""A claim is no firmer than its words: plans, denials, doubts and hearsay are named."""

import pytest

from data.hedges import hedges_in
from tests.claiming import told


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "They revealed plans to train 10,000 soldiers", {"planned": "plans to"}),
        ("en", "The ships appear to be loaded", {"possible": "appear to"}),
        ("en", "The ships reportedly left", {"reported": "reportedly"}),
        ("en", "A minister denies every shipment", {"denied": "denies"}),
        ("en", "If the cap holds, they may stop", {"possible": "if"}),
        ("en", "The Mayor of Mayford left", {}),
        ("en", "At least 40 trips were made", {}),
        ("en", "It left in May 2024, and in May again", {}),
        ("en", "May 2024 was the month", {}),
        ("en", "May they fail", {"possible": "may"}),
        ("en", "The ship left the planet", {}),
        ("ko", "북한은 병력을 보낼 계획이다", {"planned": "계획"}),
        ("ru", "Страны якобы договорились", {"reported": "якобы"}),
        ("ru", "Он планирует отправить суда", {"planned": "планирует"}),
        ("de", "Die Schiffe sind angeblich beladen", {"reported": "angeblich"}),
        ("fr", "Ils auraient peut-être livré du pétrole", {"possible": "peut-être", "reported": "auraient"}),
        ("zh", "船只可能已经离港", {"possible": "可能"}),
    ],
)
def test_words_that_weaken_are_found_whole_in_their_language(language: str, text: str, kinds: dict[str, str]) -> None:
    assert hedges_in(text, language) == kinds


@pytest.mark.parametrize(
    ("quote", "modality", "sound"),
    [
        ("They plan to send ships", "planned", True),
        ("They plan to send ships", "possible", True),
        ("They plan to send ships", "observed", False),
        ("They plan to send ships", "reported", False),
        ("A minister denies every shipment", "denied", True),
        ("A minister denies every shipment", "asserted", False),
        ("The ships are likely loaded", "possible", True),
        ("The ships are likely loaded", "reported", False),
        ("The ships are likely loaded", "declared", False),
        ("The ships allegedly left", "reported", True),
        ("The ships allegedly left", "estimated", True),
        ("The ships allegedly left", "observed", False),
        ("The ships left", "observed", True),
        ("The ships left", "possible", True),
    ],
)
def test_a_modality_firmer_than_the_words_is_refused(quote: str, modality: str, sound: bool) -> None:
    assert told(quote, modality=modality).keys == ([] if sound else ["modality"])


def test_the_remedy_names_the_modalities_that_the_words_allow() -> None:
    found = told("They plan to send ships", modality="observed")
    assert found.refused == (("modality", "the words speak of a plan (“plan to”), and the modality is firmer"),)
    assert found.remedy == (
        "Write one of planned, possible, denied, or say in modality_reason why the words do not weaken this claim."
    )


def test_a_reason_lets_a_firmer_modality_stand() -> None:
    quote = "Whatever they may say, the ships left"
    assert told(quote, modality="observed").keys == ["modality"]
    assert told(quote, modality="observed", modality_reason="The doubt is about their words.").problems == ()
    assert told(quote, modality="observed", modality_reason="  ").keys == ["modality"]


def test_a_forecast_speaks_of_what_will_be() -> None:
    assert told("The ships will leave", modality="asserted", kind="forecast").problems == ()
    assert told("The ships will leave", modality="asserted", kind="fact").keys == ["modality"]
