"""A claim is no firmer than its words: plans, denials, doubts and hearsay are named."""

import pytest

from data.proof.hedges import hedges_in
from tests.data.proof.proof_of_claim import proof_of


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
        # A limit in its legal form is no plan.
        ("en", "Imports shall not exceed 500,000 barrels", {}),
        ("en", "Imports may not exceed 500,000 barrels", {}),
        ("en", "Imports shall stop", {"planned": "shall"}),
        ("fr", "Le volume ne peut dépasser 500 000 barils", {}),
        ("es", "No podrá exceder de 500.000 barriles", {}),
        ("ru", "Объем не должен превышать 500 000 баррелей", {}),
        ("uk", "Обсяг не може перевищувати 500 000 барелів", {}),
        # Intent, belief and hearsay.
        ("en", "They agreed to send ships", {"planned": "agreed to"}),
        ("en", "Unconfirmed trips", {"reported": "unconfirmed"}),
        ("zh", "两国拟增加航次", {"planned": "拟"}),
        ("zh", "模拟四十次航行", {}),
        ("zh", "据传油轮已离港", {"reported": "据传"}),
        ("ja", "船は出港しただろう", {"possible": "だろう"}),
        ("ja", "船は出港したらしい", {"possible": "たらしい"}),
        ("ja", "素晴らしい船だった", {}),
        ("ja", "バレルもしくはトン", {}),
        ("ko", "가능한 한 빨리 출항했다", {}),
        ("de", "Die Schiffe fuhren wie erwartet", {}),
        ("de", "Die Schiffe kommen voraussichtlich", {"planned": "voraussichtlich"}),
        ("fr", "De si grands navires", {}),
        ("fr", "Si le navire part", {"possible": "si le"}),
        ("fr", "Le ministère veut livrer du pétrole", {"planned": "veut"}),
        ("es", "El país quiere enviar barcos", {"planned": "quiere"}),
        ("ar", "يعتقد الخبراء أن السفن غادرت", {"possible": "يعتقد"}),
        ("uk", "Судна чи танкери", {}),
        ("uk", "Країна хоче надіслати судна", {"planned": "хоче"}),
        # Only a verb of denial denies; a plain negation is read with the number.
        ("zh", "官员否认运油", {"denied": "否认"}),
        ("zh", "船上没有人员", {}),
        ("ja", "当局は否定した", {"denied": "否定"}),
        ("ja", "船は出港していない", {}),
        ("ko", "당국은 이를 부인했다", {"denied": "부인"}),
        ("ko", "배가 없다", {}),
        ("ru", "Судов не было", {}),
        ("fr", "Le navire n'a pas livré", {}),
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
    assert proof_of(quote, modality=modality).keys == ([] if sound else ["modality"])


def test_the_remedy_names_the_modalities_that_the_words_allow() -> None:
    found = proof_of("They plan to send ships", modality="observed")
    assert found.refused == (("modality", "the words speak of a plan (“plan to”), and the modality is firmer"),)
    assert found.remedy == (
        "Write one of planned, possible, denied, or say in modality_reason why the words do not weaken this claim."
    )


def test_a_reason_lets_a_firmer_modality_stand() -> None:
    quote = "Whatever they may say, the ships left"
    assert proof_of(quote, modality="observed").keys == ["modality"]
    assert proof_of(quote, modality="observed", modality_reason="The doubt is about their words.").problems == ()
    assert proof_of(quote, modality="observed", modality_reason="  ").keys == ["modality"]


def test_a_forecast_speaks_of_what_will_be() -> None:
    assert proof_of("The ships will leave", modality="asserted", kind="forecast").problems == ()
    assert proof_of("The ships will leave", modality="asserted", kind="fact").keys == ["modality"]
