"""A link that names its data and numbers, how altered ones are told apart, and the citation beside it."""

from dataclasses import replace
from datetime import date
from math import nan

import pytest
from pybtex.database import parse_string

from components.sentences.citation import (
    Altered,
    Citation,
    Cited,
    CitedLinks,
    citation,
    cited_in,
    cited_link,
    citing_in,
)
from components.sentences.front.key_numbers import key_numbers
from components.sentences.sourced import source_of_claim, source_of_record
from data import comparison_frame, timeline_frame, volumes_frame
from data.estimate.result import Estimate, estimate
from data.frames.reported import headline_row
from data.models.assumptions import Settings
from data.models.changes import Headline
from data.models.evidence import Evidence
from data.models.links import Links, opens_here_only
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE

FINGERPRINT = "0123456789abcdef" * 4
SALT = Headline(">", 1_000_000, nan, "barrel", 500_000, "barrel", 544_971, 792_652, 1_122_065, 0.978)
SAID = "r-gt-1000000-barrel_l-500000-barrel_m-540000-790000-1100000-barrel_a-0.98"
ADDRESS = f"https://salt.example/volumes?load=0.6&said={SAID}&seal={{}}&data=0123456789ab"


def link(headline: Headline = SALT, **kept: list[str]) -> str:
    return cited_link(Links("https://salt.example", FINGERPRINT, kept), "volumes", headline)


def query(address: str) -> dict[str, list[str]]:
    pairs = [part.split("=") for part in address.split("?")[1].split("&")]
    return {name: [value] for name, value in pairs}


def test_a_link_names_filters_assumptions_numbers_and_data() -> None:
    given = query(link(load=["0.6"]))
    assert given["said"] == [SAID]
    assert given["data"] == ["0123456789ab"]
    assert given["load"] == ["0.6"]
    assert len(given["seal"][0]) == 12


def test_what_a_link_says_is_read_back_as_it_was_shown() -> None:
    shown = Headline(">", 1_000_000, nan, "barrel", 500_000, "barrel", 540_000, 790_000, 1_100_000, 0.98)
    assert cited_in(query(link(load=["0.6"]))) == Cited("0123456789ab", shown)


@pytest.mark.parametrize(
    "headline",
    [
        Headline(),
        Headline("range", 400_000, 600_000.5, "tonne"),
        Headline("<=", 7.25, nan, "barrel-per-year", 0.5, "barrel"),
        Headline(limit=500, limit_unit="tonne", q05=0, q50=0, q95=12, above=1.0),
    ],
    ids=["nothing", "range", "decimals", "zeros"],
)
def test_any_headline_survives_the_way_through_a_link(headline: Headline) -> None:
    assert cited_in(query(link(headline))) == Cited("0123456789ab", headline)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("said", SAID.replace("1000000", "2000000")),
        ("data", "0123456789ac"),
        ("load", "0.7"),
        ("unseen", "on"),
        ("seal", "000000000000"),
        ("seal", ""),
        ("said", ""),
    ],
)
def test_a_link_in_which_a_number_an_assumption_or_the_data_were_changed_is_altered(name: str, value: str) -> None:
    changed = query(link(load=["0.6"])) | {name: [value]}
    assert cited_in(changed) == Altered("its seal does not fit its numbers and assumptions")


@pytest.mark.parametrize("data", ["", "xyz", "<script>alert(1)</script>", "0123", "a" * 65])
def test_a_link_that_names_data_in_no_known_form_is_altered(data: str) -> None:
    found = cited_in(query(link()) | {"data": [data]})
    assert found == Altered("it names no data, or names them in a form that nobody knows")


def test_what_a_reader_opens_or_filters_leaves_the_link_as_it_was_sealed() -> None:
    assert isinstance(cited_in(query(link()) | {"claim": ["A04"], "lane": ["oil"]}), Cited)


def test_a_link_with_data_alone_says_no_numbers() -> None:
    assert cited_in({"data": ["0123456789ab"]}) == Cited("0123456789ab", None)


def test_an_address_that_cites_nothing_says_nothing() -> None:
    assert cited_in({"claim": ["A04"]}) is None


@pytest.fixture(scope="module")
def oil() -> Evidence:
    return read_evidence()


def test_a_citation_names_the_dataset_its_day_the_link_and_the_day_it_was_looked_at(oil: Evidence) -> None:
    told = citation(oil, "Barrels against the UN cap", "https://salt.example/volumes", date(2027, 3, 1))
    assert told.plain == (
        f"Barrelwatch. Russian oil to North Korea: Barrels against the UN cap. Dataset 0.2.0 (fingerprint "
        f"{oil.fingerprint[:12]}), newest fact 23 October 2025, last looked 22 November 2026. "
        "https://salt.example/volumes (accessed 1 March 2027)."
    )
    assert told.footnote == (
        "Barrelwatch, “Barrels against the UN cap”, dataset 0.2.0, newest fact 23 October 2025, last looked 22 "
        "November 2026, https://salt.example/volumes."
    )


def test_a_bibtex_entry_is_read_by_a_program_for_bibliographies(oil: Evidence) -> None:
    told = citation(oil, "50% of {salt} & co_1", "https://salt.example/volumes?load=0.6", date(2027, 3, 1))
    (entry,) = parse_string(told.bibtex, "bibtex").entries.values()
    assert entry.type == "misc"
    assert str(entry.persons["author"][0]) == "{Barrelwatch}"
    assert entry.fields["title"] == r"{Russian oil to North Korea: 50\% of \{salt\} \& co\_1}"
    assert entry.fields["url"] == "https://salt.example/volumes?load=0.6"
    assert entry.fields["urldate"] == "2027-03-01"


def test_the_key_numbers_stand_with_their_operators_and_ids(oil: Evidence) -> None:
    modelled = estimate(oil)
    assert isinstance(modelled, Estimate)
    volumes = volumes_frame(oil, modelled)
    told = key_numbers(headline_row(volumes, oil), volumes, modelled, timeline_frame(oil), comparison_frame(oil), oil)
    assert told[0].startswith("An undated news article (The Pinnacle Gazette, document A) reports more than 1,000,000 ")
    assert "[A04]" in told[0]
    assert told[1].startswith(
        "43 trips counted, and those not seen: about 930,000 barrels (90% range 620,000–1,400,000)"
    )
    assert told[2] == (
        "In more than 99 of 100 runs the modelled volume, with what else was notified, is above the UN cap: "
        "beyond almost certain (over 99%); Russia’s alone in 99 of 100: almost certain (95–99%)."
    )
    assert "Notified for 2024 by Russia, to 31 January: 15,279 barrels (cited: [↗ notified-079])." in told
    assert told[-1] == (
        "Five of twelve questions rest on a single document; on none the documents contradict each other; "
        "on one a document is at odds with itself."
    )


def test_a_case_without_an_estimate_has_key_numbers_too() -> None:
    copper = read_evidence(SECOND_CASE)
    volumes = volumes_frame(copper)
    told = key_numbers(
        headline_row(volumes, copper), volumes, None, timeline_frame(copper), comparison_frame(copper), copper
    )
    assert len(told) >= 3
    assert not any("nan" in sentence.lower().split() for sentence in told)


def test_links_of_a_deck_name_the_numbers_on_pages_that_show_them() -> None:
    known = {"volumes": ("load",), "timeline": ("lane",)}
    links = CitedLinks("https://salt.example", FINGERPRINT, {"load": ["0.6"], "lane": ["oil"]}, known, SALT)
    to_volumes = query(links.to("volumes", claim="A04"))
    assert isinstance(cited_in(to_volumes), Cited)
    assert (to_volumes["load"], to_volumes["claim"], "lane" in to_volumes) == (["0.6"], ["A04"], False)
    assert links.to("timeline") == "https://salt.example/timeline?lane=oil&data=0123456789ab"


def test_a_link_whose_volume_was_changed_is_altered() -> None:
    changed = query(link(volume=["Q01"])) | {"volume": ["Q02"]}
    assert isinstance(cited_in(changed), Altered)


def test_where_no_data_are_read_the_link_is_the_address_alone() -> None:
    assert cited_link(Links("https://salt.example", ""), "volumes", SALT) == "https://salt.example/volumes"


def test_a_version_with_a_percent_sign_survives_bibtex(oil: Evidence) -> None:
    case = oil.case.model_copy(update={"version": "50%"})
    told = citation(replace(oil, case=case), "Salt", "https://salt.example", date(2027, 3, 1))
    (entry,) = parse_string(told.bibtex, "bibtex").entries.values()
    assert entry.fields["note"].startswith(r"Dataset 50\% (fingerprint ")


def of_claim(oil: Evidence, link: str = "https://salt.example/documents") -> Citation:
    source = source_of_claim(oil.claim_by_id["A04"], oil)
    return citation(oil, "Documents", link, date(2027, 3, 1), source)


def test_a_citation_of_a_claim_cites_its_source_first(oil: Evidence) -> None:
    told = of_claim(oil)
    assert told.plain.startswith(
        "The Pinnacle Gazette. “[Russia and North Korea strengthen ties]” (news article, undated), characters 283–376: "
        "“Russia has been steadily supplying North Korea with over one million barrels of oil this year”. "
        "https://evrimagaci.org/tpg/russia-and-north-korea-strengthen-ties-through-military-cooperation-66028. "
        "Probably after Open Source Centre, with the BBC. Quoted as A04 in Barrelwatch. Russian oil to North Korea: "
    )
    assert told.footnote.startswith("The Pinnacle Gazette, “[Russia and North Korea strengthen ties]” (news article, ")
    assert "; quoted as A04 in Barrelwatch, “Documents”, dataset 0.2.0" in told.footnote


def test_the_bibtex_of_a_claim_is_that_of_its_source(oil: Evidence) -> None:
    ((key, entry),) = parse_string(of_claim(oil).bibtex, "bibtex").entries.items()
    assert key == f"barrelwatch-documents-{oil.fingerprint[:12]}-A04"
    assert str(entry.persons["author"][0]) == "{The Pinnacle Gazette}"
    assert entry.fields["title"] == "{[Russia and North Korea strengthen ties]}"
    assert entry.fields["url"].startswith("https://evrimagaci.org/")
    assert entry.fields["note"].startswith("News article, undated. Characters 283–376: “Russia has been ")
    assert "https://salt.example/documents" in entry.fields["note"]
    assert "year" not in entry.fields


def test_a_dated_source_is_cited_with_its_year_and_an_unknown_publisher_is_said_to_be_one() -> None:
    second = read_evidence(SECOND_CASE)
    dated = source_of_claim(second.claim_by_id["P02"], second)
    assert (dated.author, dated.dated, dated.year) == ("Port Ansel harbour office", "letter, 5 October 2031", "2031")
    assert source_of_claim(second.claim_by_id["R01"], second).author == "[publisher not known]"


def test_a_cited_fact_is_cited_by_who_states_it(oil: Evidence) -> None:
    record = oil.record_by_id["oil-osc-019"]
    told = citation(oil, "Record", "https://salt.example/record", date(2027, 3, 1), source_of_record(record, oil))
    assert told.plain.startswith("BBC, on images read by the Open Source Centre. “")
    assert record.address in told.plain.split("Cited as oil-osc-019 in Barrelwatch")[0]


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8501/volumes",
        "http://127.0.0.1/x",
        "http://[::1]:85/",
        "http://0.0.0.0:80",
        "http://a.localhost",
    ],
)
def test_a_link_to_this_computer_is_never_cited_and_dataset_and_fingerprint_stand_alone(
    oil: Evidence, address: str
) -> None:
    for told in (citation(oil, "Barrels", address, date(2027, 3, 1)), of_claim(oil, address)):
        assert all(address not in form for form in told)
        assert all(f"ataset 0.2.0 (fingerprint {oil.fingerprint[:12]})" in form for form in told)
    assert citation(oil, "Barrels", address, date(2027, 3, 1)).plain.endswith(
        "newest fact 23 October 2025, last looked 22 November 2026 (accessed 1 March 2027)."
    )


def test_a_frozen_edition_is_cited_by_its_file_with_page_and_card_and_without_a_day(oil: Evidence) -> None:
    name = f"barrelwatch-0.2.0-{oil.fingerprint[:12]}.html"
    told = citation(oil, "Timeline", "", None, edition=name)
    assert told.plain.endswith(f"last looked 22 November 2026. Edition {name}, page Timeline.")
    of_card = citation(oil, "Documents", "", None, source_of_claim(oil.claim_by_id["A04"], oil), edition=name)
    assert of_card.plain.startswith("The Pinnacle Gazette. “[Russia and North Korea strengthen ties]”")
    assert of_card.plain.endswith(f". Edition {name}, page Documents, card A04.")
    assert citing_in(name, oil)(source_of_claim(oil.claim_by_id["A04"], oil), "Documents") == of_card.plain
    assert of_card.footnote.endswith(f"last looked 22 November 2026, Edition {name}, page Documents, card A04.")
    ((_, entry),) = parse_string(of_card.bibtex, "bibtex").entries.items()
    assert entry.fields["url"].startswith("https://evrimagaci.org/")
    assert entry.fields["note"].endswith(f". Edition {name}, page Documents, card A04")
    assert not any("accessed" in form.lower() for form in (*told, *of_card))


@pytest.mark.parametrize(
    "address", ["https://localhost.example/x", "https://salt.example/?a=localhost", "http://[", ""]
)
def test_a_link_that_others_can_follow_is_cited_as_it_is(address: str) -> None:
    assert not opens_here_only(address)


def test_a_citation_under_own_assumptions_says_so_in_every_form_and_in_its_key(oil: Evidence) -> None:
    settings = Settings(fixed=(("load", 0.6),))
    told = citation(oil, "Barrels", "https://salt.example/volumes?load=0.6", date(2027, 3, 1), settings=settings)
    assert "Not as sourced: load on departure 60% instead of 86%: a reader’s assumption." in told.plain
    assert "not as sourced: load on departure 60% instead of 86% (a reader’s)" in told.footnote
    assert told.bibtex.startswith(
        f"@misc{{barrelwatch-barrels-own-assumptions-load-on-departure-60-instead-of-86-{oil.fingerprint[:12]},"
    )
    assert r"load on departure 60\% instead of 86\%: a reader’s assumption" in told.bibtex


def test_what_is_sourced_is_not_called_a_readers(oil: Evidence) -> None:
    told = citation(oil, "Barrels", "https://salt.example/volumes", date(2027, 3, 1))
    assert not any("reader" in form or "own-assumptions" in form for form in told)
