"""The slides of sources and of the scale of words, and how sentences and tables are fitted."""

from dataclasses import replace

import pytest

from components.scene.ruled import cell, head, numbered, rows_by_slide
from components.scene.things import Place, Run
from components.slides import judgements, sources
from components.slides import scales as words
from components.slides.modelled import method
from components.slides.words.prose import bulleted, linked, panel, signed
from tests.components.slides.slide_texts import lines, rows, text_named, view


def test_a_document_is_named_with_publisher_date_grade_hash_and_claims() -> None:
    assert rows(sources.slides(view("second case"))[0], "Documents") == [
        ("Label", "Title", "Publisher", "Written", "Reliability", "SHA-256", "Claims"),
        ("P", "Letter of the harbour office", "Port Ansel harbour office", "published 5 October 2031 (stated)",
         "B: usually reliable", "738ef883468f", "4"),
        ("Q", "Market <b>bulletin</b> & notes", "not given",
         "some time between 6 October 2031 and 31 December 2031 (inferred)", "D: not usually reliable", "4788492fc4ee",
         "8"),
        ("R", "Медь идёт ночью (구리는 밤에 움직인다)", "not given", "not known", "F: reliability cannot be judged",
         "97d1c3161b42", "4"),
    ]  # fmt: skip


def test_the_summary_is_printed_whole_and_its_claims_open_their_words() -> None:
    slide = sources.slides(view("second case"))[0]
    assert lines(slide, "Summary")[1] == (
        "The letter counts 31 barges and more than 26,000 tonnes [P01] [P02]; the bulletin retells it as 25,000 to "
        "27,000 tonnes [Q01]. The broadcast says that “nobody writes down how much” [R02]."
    )
    links = [run.link for run in text_named(slide, "Summary").paragraphs[1] if run.link]
    assert links[0] == "https://example.invalid/documents?claim=P01&data=0123456789ab"
    assert len(links) == 4


def test_origins_and_gaps_are_said_in_sentences() -> None:
    slide = sources.slides(view("second case"))[0]
    assert slide.title == "4 of the 6 texts collected here go back to one origin"
    assert lines(slide, "Origins")[1:] == [
        (
            "• 4 texts of the 6 collected here descend from Port Ansel harbour office, 2 of them by inference; in all "
            "2 origins stand behind them. Texts of one origin do not confirm each other."
        ),
        "• Texts of the next origins: Dockers of Port Ansel 1.",
    ]
    assert lines(slide, "Gaps")[1:] == [
        "• Two of three documents have no date of publication (Q, R).",
        "• Two of three documents have no publisher (Q, R).",
        "• 4 of 16 claims go back to no known origin.",
        "• 2 of 16 claims are corroborated from an independent origin.",
        "• The wording of 5 claims asks to be checked: [Q04] [Q05] [Q06] [Q07] [Q08].",
    ]


def test_cited_facts_behind_the_assumptions_are_counted_by_origin() -> None:
    told = lines(sources.slides(view("own"))[0], "Origins")[3]
    assert told.startswith("• 24 cited facts stand behind the assumptions: Open Source Centre, with the BBC 10; ")


def test_thirty_documents_go_on_over_three_slides_in_order() -> None:
    made = sources.slides(view("thirty documents"))
    assert [slide.title for slide in made] == [
        "The origin of all 30 texts is not known (1 of 3)",
        "The origin of all 30 texts is not known (2 of 3)",
        "The origin of all 30 texts is not known (3 of 3)",
    ]
    assert [row[0] for slide in made for row in rows(slide, "Documents")[1:]] == [f"R{n}" for n in range(1, 31)]


def test_without_documents_there_is_no_table_and_the_gap_is_said() -> None:
    made = sources.slides(view("no documents"))
    assert len(made) == 1
    assert [thing.name for thing in made[0].things] == ["Summary", "Origins", "Gaps"]
    assert lines(made[0], "Gaps")[1] == "There is no document in this dataset yet."


def test_the_notes_hold_the_whole_hash_and_the_reasons_of_the_grades() -> None:
    notes = sources.slides(view("second case"))[0].notes
    assert "SHA-256 of the text: 738ef883468f86ddc2066aebdbd2a7708c7ed01fee7797eab9881b7bcdf455fc" in notes
    assert "Reliability B, usually reliable: Keeps the ledger it quotes, and says how it counts." in notes
    assert "Written: some time between 6 October 2031 and 31 December 2031 (inferred). It cites the letter of" in notes


def test_every_likelihood_stands_with_its_range() -> None:
    assert rows(words.slides(view("own"))[0], "Likelihood (ICD 203) Of the runs")[1:] == [
        ("almost no chance", "1–5%"),
        ("very unlikely", "5–20%"),
        ("unlikely", "20–45%"),
        ("roughly even chance", "45–55%"),
        ("likely", "55–80%"),
        ("very likely", "80–95%"),
        ("almost certain", "95–99%"),
    ]


def test_both_grades_of_the_admiralty_are_spelt_out() -> None:
    slide = words.slides(view("own"))[0]
    assert rows(slide, "Reliability (Admiralty)")[1] == ("A", "completely reliable")
    assert rows(slide, "Reliability (Admiralty)")[6] == ("F", "reliability cannot be judged")
    assert rows(slide, "Credibility (Admiralty)")[1] == ("1", "confirmed by other sources")
    assert rows(slide, "Credibility (Admiralty)")[6] == ("6", "truth cannot be judged")


def test_operators_and_signs_have_their_words() -> None:
    slide = words.slides(view("own"))[0]
    assert rows(slide, "Number Read as")[1:] == [
        ("=", "exactly"),
        (">", "more than"),
        ("≥", "at least"),
        ("<", "less than"),
        ("≤", "at most"),
        ("about", "about"),
        ("range", "between"),
    ]
    assert rows(slide, "Sign Of a claim, a fact, or an answer")[1:3] == [
        ("[id]", "quoted: a machine found the words in a stored text"),
        ("↗", "cited: an address without a stored text"),
    ]
    assert ("!", "check the wording") in rows(slide, "Sign Reading of answers")


def test_the_dataset_is_named_so_that_another_can_be_told_from_it() -> None:
    assert rows(words.slides(view("second case"))[0], "Dataset Copper of Veldmark")[1:5] == [
        ("Version", "0.2.0, fingerprint 0123456789abcdef"),
        ("Newest fact", "10 Jan 2032; notifications seen to 10 Jan 2032"),
        ("Last looked", "15 Jan 2032"),
        ("Holds", "3 documents, 16 claims, 21 cited facts"),
    ]


def test_a_dataset_of_which_some_is_withheld_says_so() -> None:
    own = view("second case")
    part = replace(own, evidence=replace(own.evidence, complete=False))
    assert rows(words.slides(part)[0], "Dataset Copper of Veldmark")[4][1].endswith("; some is withheld")


def test_an_id_opens_what_stands_behind_it_and_a_cited_one_has_its_sign() -> None:
    sentence = signed("Said [P02] and\nfiled [osprey-in-may], not [no-such-thing] or [Z99].", view("second case"))
    assert [(run.text, run.link) for run in linked(sentence, view("second case"))] == [
        ("Said ", ""),
        ("[P02]", "https://example.invalid/documents?claim=P02&data=0123456789ab"),
        (" and filed ", ""),
        ("[↗ osprey-in-may]", "https://example.invalid/record?record=osprey-in-may&data=0123456789ab"),
        (", not [no-such-thing] or ", ""),
        ("[Z99]", ""),
        (".", ""),
    ]


def test_stressed_words_are_bold_wherever_they_stand() -> None:
    runs = linked("Load × Trips ÷ Load", view("second case"), ("Trips", "Load"))
    assert runs == (Run("Load", bold=True), Run(" × "), Run("Trips", bold=True), Run(" ÷ "), Run("Load", bold=True))


def test_sentences_that_do_not_fit_are_said_to_stand_in_the_notes() -> None:
    found = bulleted(["one", "two", "three", "four"], view("second case"), 3.0, 12.0, 0.75)
    assert ["".join(run.text for run in paragraph) for paragraph in found] == ["• one", "• two", "… more in the notes"]


def test_one_sentence_alone_has_no_bullet() -> None:
    found = bulleted(["one"], view("second case"), 3.0, 12.0, 0.75)
    assert [run.text for paragraph in found for run in paragraph] == ["one"]


def test_a_panel_is_no_higher_than_its_words() -> None:
    made = panel("Gaps", "Gaps", ["one", "two"], Place(1.0, 1.0, 4.0, 4.0), view("second case"))
    assert made.place.height == pytest.approx(0.1 + (13 + 12 + 12) * 1.2 / 72)


def test_a_table_that_goes_on_repeats_its_head() -> None:
    first = head(("Title",), (2.0,))
    pages = rows_by_slide(first, [(cell(f"row {number}", 2.0),) for number in range(5)], (2.0,), 1.0)
    assert [[row[0].paragraphs[0][0].text for row in page] for page in pages] == [
        ["Title", "row 0", "row 1"],
        ["Title", "row 2", "row 3"],
        ["Title", "row 4"],
    ]


def test_a_title_that_goes_on_stays_short_enough() -> None:
    long = "The origin of each of the texts behind the number is not known"
    assert numbered(long, 2, 3) == "The origin of each of the texts behind the… (2 of 3)"
    assert numbered("Sources", 1, 1) == "Sources"


def test_each_slide_names_its_view_and_its_sources() -> None:
    own = [slide for part in (judgements, method, sources, words) for slide in part.slides(view("own"))]
    assert [slide.link for slide in own] == [
        "https://example.invalid/?data=0123456789ab",
        "https://example.invalid/method?data=0123456789ab",
        "https://example.invalid/method?data=0123456789ab",
        "https://example.invalid/documents?data=0123456789ab",
        "https://example.invalid/method?data=0123456789ab",
    ]
    assert all(slide.source[-1].startswith("Newest fact ") and slide.notes for slide in own)
