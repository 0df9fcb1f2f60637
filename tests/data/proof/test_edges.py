"""No end of a quote lies inside a word or a number; in scripts without spaces inside a number still."""

import unicodedata

import pytest

from data.proof.edges import cuts_of
from tests.data.proof.proof_of_claim import proof_of


def cuts(text: str, quote: str, language: str) -> list[tuple[str, str]]:
    """Which ends of a quote, which stands once in the text, cut what."""
    assert text.count(quote) == 1
    start = text.index(quote)
    return [(cut.side, cut.whole(text)) for cut in cuts_of(text, start, start + len(quote), language)]


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("The 140 trips were made", "40 trips were made", ("start", "140")),
        ("They were unable to load", "able to load", ("start", "unable")),
        ("It left in October", "It left in Octo", ("end", "October")),
        ("They took over 1,000,000 barrels", "They took over 1,000", ("end", "1,000,000")),
        ("They took over 1,000,000 barrels", "000,000 barrels", ("start", "1,000,000")),
        ("They took 1\u00a0000\u00a0000 barrels", "000\u00a0000 barrels", ("start", "1\u00a0000\u00a0000")),
        ("They took 1.2 million barrels", "2 million barrels", ("start", "1.2 million")),
        ("They took 1.2 million barrels", "They took 1.2", ("end", "1.2 million")),
        ("They took 1.2 million barrels", "million barrels", ("start", "1.2 million")),
        ("They took two hundred thousand barrels", "They took two hundred", ("end", "two hundred thousand")),
        ("They made forty-three trips", "three trips", ("start", "forty-three")),
        ("They made forty-three trips", "They made forty", ("end", "forty-three")),
        ("They took 1.2m barrels", "They took 1.2", ("end", "1.2m")),
    ],
)
def test_a_quote_in_english_keeps_words_and_numbers_whole(text: str, quote: str, whole: tuple[str, str]) -> None:
    assert cuts(text, quote, "en") == [whole]


@pytest.mark.parametrize(
    ("language", "text", "quote", "whole"),
    [
        ("ru", "Суда сделали 140 рейсов", "40 рейсов", ("start", "140")),
        ("ru", "Доставить это невозможно", "возможно", ("start", "невозможно")),
        ("ru", "Вывезено 1 млн баррелей", "Вывезено 1", ("end", "1 млн")),
        ("ru", "Вывезено 1 млн баррелей", "млн баррелей", ("start", "1 млн")),
        ("ru", "Вывезено 1,5 миллиона тонн", "5 миллиона тонн", ("start", "1,5 миллиона")),
        ("uk", "Судна зробили сорок три рейси", "три рейси", ("start", "сорок три")),
        ("de", "Sie machten dreiundvierzig Fahrten", "vierzig Fahrten", ("start", "dreiundvierzig")),
        ("de", "Es waren 1.200.000 Barrel", "200.000 Barrel", ("start", "1.200.000")),
        ("fr", "Ils ont fait quatre-vingt-dix voyages", "dix voyages", ("start", "quatre-vingt-dix")),
        ("ko", "원유 100만 배럴을 실었다", "원유 100", ("end", "100만")),
        ("ko", "원유 100만 배럴을 실었다", "만 배럴을 실었다", ("start", "100만")),
        ("ko", "북한군 1만2천 명을 보냈다", "북한군 1만", ("end", "1만2천")),
        ("ko", "유조선이 항구를 떠났다", "조선이 항구를 떠났다", ("start", "유조선이")),
        ("ko", "항구를 떠난 유조선이 있다", "항구를 떠난 유조", ("end", "유조선이")),
        ("ar", "نقلت السفن ٥٠٠٬٠٠٠ برميل", "نقلت السفن ٥٠٠", ("end", "٥٠٠٬٠٠٠")),
        ("ar", "نقلت السفن مليون برميل", "فن مليون برميل", ("start", "السفن")),
        ("zh", "运走石油一百万桶", "运走石油一百", ("end", "一百万")),
        ("zh", "运走石油一百万桶", "百万桶", ("start", "一百万")),
        ("zh", "运走石油100万桶", "运走石油100", ("end", "100万")),
        ("ja", "原油100万バレルを運んだ", "万バレルを運んだ", ("start", "100万")),
        ("ja", "二十三回の航海", "三回の航海", ("start", "二十三")),
    ],
)
def test_a_quote_in_other_scripts_keeps_words_and_numbers_whole(
    language: str, text: str, quote: str, whole: tuple[str, str]
) -> None:
    assert cuts(text, quote, language) == [whole]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "They took over 1,000,000 barrels.", "over 1,000,000 barrels"),
        ("en", "Moscow’s ships left", "Moscow"),
        ("en", "The pre-war cap", "war cap"),
        ("en", "Between 40 and 50 trips were made", "50 trips were made"),
        ("en", "In 2030, 40 ships left", "40 ships left"),
        ("en", "On 3 October 2031 it left", "October 2031 it left"),
        ("en", "“Nobody,” he said", "Nobody"),
        ("ru", "По 40 рейсов и более", "40 рейсов"),
        ("ko", "유조선이 항구를 떠났다", "유조선"),
        ("ko", "유조선으로부터 왔다", "유조선"),
        ("ko", "약 40여 차례", "40"),
        ("ko", "항구를 방문했다고 밝혔다", "항구를 방문했다"),
        ("ko", "석유뿐이었다", "석유"),
        ("ko", "석유처럼 보였다", "석유"),
        ("ko", "석유밖에 없었다", "석유"),
        ("ko", "석유하고 무기", "석유"),
        ("ko", "떠났다며 비판했다", "떠났다"),
        ("ko", "떠났지만 돌아왔다", "떠났"),
        ("ko", "100달러어치", "100달러"),
        ("ar", "تم نقلها بـ43 رحلة", "43 رحلة"),
        ("ar", "وروسيا أرسلت السفن", "روسيا أرسلت السفن"),
        ("ar", "تم تزويدها بالنفط", "النفط"),
        ("zh", "油轮四十次离港", "油轮"),
        ("zh", "油轮四十次离港", "次离港"),
        ("ja", "タンカーが出た", "タンカー"),
        ("th", "เรือบรรทุกน้ำมันออกไป", "เรือ"),
    ],
)
def test_a_quote_may_end_between_words_before_a_particle_and_where_no_spaces_are_written(
    language: str, text: str, quote: str
) -> None:
    assert cuts(text, quote, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote", "whole"),
    [
        ("en", "Cargoes of non-refined oil left", "refined oil left", "non-refined"),
        ("en", "Cargoes of Non-refined oil left", "refined oil left", "Non-refined"),
        ("en", "The ships were un-insured then", "insured then", "un-insured"),
        ("en", "An ex-Soviet tanker", "Soviet tanker", "ex-Soviet"),
        ("ru", "Груз был не-очищенным", "очищенным", "не-очищенным"),
        ("de", "Nicht-raffiniertes Öl", "raffiniertes Öl", "Nicht-raffiniertes"),
        ("fr", "du pétrole non-raffiné", "raffiné", "non-raffiné"),
        ("zh", "这是未精炼石油", "精炼石油", "未精炼"),
        ("zh", "运走非石油产品", "石油产品", "非石油"),
        ("ja", "これは非精製油だ", "精製油だ", "非精製"),
    ],
)
def test_a_quote_does_not_begin_behind_what_turns_its_first_word_round(
    language: str, text: str, quote: str, whole: str
) -> None:
    assert cuts(text, quote, language) == [("start", whole)]


@pytest.mark.parametrize(
    ("language", "text", "quote", "side", "whole"),
    [
        ("en", "On 2024-06-14 they met", "06-14 they met", "start", "2024-06-14"),
        ("en", "On 2024-06-14 they met", "14 they met", "start", "2024-06-14"),
        ("en", "On 2024-06-14 they met", "On 2024-06", "end", "2024-06-14"),
        ("de", "Am 14.06.2024 trafen sie sich", "06.2024 trafen sie sich", "start", "14.06.2024"),
        ("en", "On 3/10/24 it left", "10/24 it left", "start", "3/10/24"),
        ("en", "At 12:30 it left", "30 it left", "start", "12:30"),
        ("zh", "这是第一百二十艘船", "百二十艘船", "start", "第一百二十"),
        ("zh", "这是第一百二十艘船", "一百二十艘船", "start", "第一百二十"),
        ("ja", "これが第12回の航海", "12回の航海", "start", "第12"),
        ("ja", "これが12回目の航海", "これが12回", "end", "12回目"),
        ("en", "The 12th trip", "The 12", "end", "12th"),
        ("ru", "Это 12-й рейс", "Это 12", "end", "12-й"),
        ("zh", "运走石油数百万桶", "百万桶", "start", "数百"),
        ("ja", "原油数百万バレルを運んだ", "百万バレルを運んだ", "start", "数百"),
        ("en", "They took several million barrels", "million barrels", "start", "several million"),
        ("ru", "Вывезено несколько миллионов баррелей", "миллионов баррелей", "start", "несколько миллионов"),
        ("de", "Es waren mehrere Millionen Barrel", "Millionen Barrel", "start", "mehrere Millionen"),
        ("fr", "Plusieurs millions de barils", "millions de barils", "start", "Plusieurs millions"),
        ("ar", "نقلت عدة ملايين برميل", "ملايين برميل", "start", "عدة ملايين"),
        ("zh", "约三四十艘油轮", "四十艘油轮", "start", "三四十"),
        ("en", "Some 40-50 trips were made", "50 trips were made", "start", "40-50"),
        ("en", "Some 40–50 trips were made", "Some 40", "end", "40–50"),
    ],
)
def test_a_quote_keeps_dates_ordinals_and_numbers_that_are_no_single_one_whole(
    language: str, text: str, quote: str, side: str, whole: str
) -> None:
    assert cuts(text, quote, language) == [(side, whole)]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "The semi-official agency", "official agency"),
        ("en", "Cargoes - refined oil", "refined oil"),
        ("en", "In 2019-2020 it left", "it left"),
        ("en", "Several ships took a million barrels", "a million barrels"),
        ("zh", "来自北非石油公司", "石油公司"),
        ("zh", "四万至五万桶", "五万桶"),
        ("en", "Between forty and fifty trips", "fifty trips"),
        ("en", "Some 12.5 and 30.2 tonnes", "30.2 tonnes"),
    ],
)
def test_what_keeps_its_sense_may_be_quoted_from_there(language: str, text: str, quote: str) -> None:
    assert cuts(text, quote, language) == []


def test_a_mark_on_a_letter_belongs_to_its_word() -> None:
    text = unicodedata.normalize("NFD", "Le café fermé")
    assert cuts(text, "Le cafe", "fr") == [("end", unicodedata.normalize("NFD", "café"))]


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("They were un\u00adable to load", "able to load", ("start", "un\u00adable")),
        ("Some 40 ton\u00adnes of oil", "40 ton", ("end", "ton\u00adnes")),
        ("They can’t load it", "They can", ("end", "can’t")),
        ("They didn't load it", "They did", ("end", "didn't")),
        ("मिलियन बैरल", "मिल", ("end", "मिलियन")),
    ],
)
def test_what_is_not_seen_or_not_a_letter_may_stand_inside_a_word(
    text: str, quote: str, whole: tuple[str, str]
) -> None:
    assert cuts(text, quote, "en") == [whole]


def test_both_ends_are_named_at_once() -> None:
    assert cuts("Some 1,140 tripwires", "140 trip", "en") == [("start", "1,140"), ("end", "tripwires")]


def test_the_ends_of_a_text_cut_nothing() -> None:
    assert cuts("140 trips", "140 trips", "en") == []


def test_the_remedy_gives_the_whole_word_its_place_and_the_quote_to_write() -> None:
    found = proof_of("40 trips were made", "The 140 trips were made", operator="=", value=40, unit="trip")
    assert found.refused == (("start", "the quote begins inside a word or a number"),)
    assert found.remedy == (
        "Quote '140' whole. The lines, one below the other: start = 4; end = 23; quote = '140 trips were made'; "
        "prefix = 'The '; suffix = ''"
    )


def test_of_a_quote_that_is_cut_at_both_ends_one_remedy_gives_both() -> None:
    found = proof_of("able to load in Octo", "They were unable to load in October, he said")
    assert found.keys == ["start", "end"]
    lines = "start = 10; end = 35; quote = 'unable to load in October'; prefix = 'They were '; suffix = ', he said'"
    assert all(problem.remedy.endswith(f"one below the other: {lines}") for problem in found.problems)


def test_what_follows_the_remedy_is_sound() -> None:
    assert (
        proof_of("140 trips were made", "The 140 trips were made", operator="=", value=140, unit="trip").problems == ()
    )
