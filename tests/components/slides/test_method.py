"""The slides of the method: the formula, its factors, what you must believe, and the weaknesses."""

from dataclasses import replace

from components.slides.modelled import method
from data.models.assumptions import Settings
from tests.components.slides.slide_texts import lines, rows, under, view

ALONE = Settings(unseen=False, alone=True)


def test_the_formula_is_written_in_the_words_of_the_assumptions() -> None:
    assert lines(method.slides(view("own"))[0], "Formula") == [
        (
            "Barrels delivered = Trips × Calls that were loadings × Mean size of the ships × Load on departure × the "
            "smaller of (Cargo share of deadweight × Barrels per tonne) and (0.98 × Tank volume per deadweight × "
            "6.2898) ÷ Share of trips seen"
        )
    ]


def test_the_formula_follows_the_reader_s_convention_and_the_trips_not_seen() -> None:
    chosen = under("own", Settings(unseen=True, convention="committee"))
    assert lines(method.slides(chosen)[0], "Formula") == [
        (
            "Barrels delivered = Trips × Calls that were loadings × Mean size of the ships × Load on departure × Cargo "
            "share of deadweight × 7.98 (UN committee’s convention) ÷ Share of trips seen"
        )
    ]
    assert "Barrels per tonne" not in [row[0] for row in rows(method.slides(chosen)[0], "Factors")]


def test_every_factor_has_its_range_its_ground_and_its_reason() -> None:
    found = rows(method.slides(view("own"))[0], "Factors")
    assert found[0] == ("Factor", "5 – 50 – 95% of the draws", "How solid", "Why")
    assert [row[:3] for row in found[1:]] == [
        ("Trips", "43 trips", ""),
        ("Calls that were loadings", "86 – 95 – 100%", "◐ With caveats; judgement"),
        ("Share of trips seen", "68 – 87 – 98%", "○ Unsupported; judgement"),
        ("Mean size of the ships", "2,510 – 3,390 – 4,580 dwt", "◐ With caveats; cited"),
        ("Load on departure", "69 – 86 – 96%", "◐ With caveats; cited"),
        ("Cargo share of deadweight", "91 – 94 – 97%", "● Supported; judgement"),
        ("Barrels per tonne", "6.90 – 7.50 – 8.19 barrels a tonne", "● Supported; cited"),
        ("Tank volume per deadweight", "1.03 – 1.11 – 1.21 m³ a tonne", "○ Unsupported; judgement"),
    ]
    assert found[8][3] == "Typical of product tankers. No public table has been seen."


def test_what_you_must_believe_is_a_table() -> None:
    slide = method.slides(under("own", ALONE))[1]
    assert slide.title == "No assumption alone could undo it"
    assert rows(slide, "What you must believe") == [
        ("Assumption", "As assumed", "To bring it down to the UN cap", "Runs there", "Share of spread"),
        ("Trips counted", "43 trips", "below 27 trips (90%: 19–39)", "fewer than 1 of 100", "none"),
        ("Calls that were loadings", "95% (90%: 86–100%)", "below 60% (90%: 44–84%)", "fewer than 1 of 100", "8%"),
        ("Mean size of the ships", "3,390 dwt (90%: 2,520–4,540)", "below 2,130 dwt (90%: 1,820–2,680)",
         "fewer than 1 of 100", "70%"),
        ("Load on departure", "86% (90%: 69–95%)", "below 53% (90%: 39–73%)", "fewer than 1 of 100", "19%"),
        ("Cargo share of deadweight", "95% (90%: 91–97%)", "below 57% (90%: 40–82%)", "out of its range", "under 1%"),
        ("Barrels per tonne", "7.51 barrels a tonne (90%: 6.88–8.22)", "below 4.54 barrels a tonne (90%: 3.28–6.49)",
         "out of its range", "1%"),
        ("Tank volume per deadweight", "1.11 m³ a tonne (90%: 1.03–1.21)", "below 0.695 m³ a tonne (90%: 0.504–0.990)",
         "out of its range", "2%"),
    ]  # fmt: skip


def test_a_fixed_factor_says_whose_value_it_is_and_varies_no_more() -> None:
    slide = method.slides(under("own", Settings(fixed=(("load", 0.5),))))[1]
    assert [row[1::3] for row in rows(slide, "What you must believe") if row[0] == "Load on departure"] == [
        ("50%, fixed by the reader", "none")
    ]


def test_below_the_limit_the_table_asks_what_would_bring_it_above() -> None:
    slide = method.slides(under("own", Settings(count=20, alone=True)))[1]
    assert rows(slide, "What you must believe")[0][2] == "To bring it above the UN cap"


def test_without_a_trip_no_value_undoes_the_finding() -> None:
    slide = method.slides(under("own", Settings(count=0)))[1]
    assert slide.title == "No assumption alone could undo it"
    assert {row[2:4] for row in rows(slide, "What you must believe")[1:]} == {("no value does it", "none")}


def test_the_weaknesses_stand_beside_it_as_they_were_named() -> None:
    assert lines(method.slides(view("own"))[1], "Known weaknesses")[-1] == (
        "• The trips are those of one origin. Nobody else has counted them."
    )


def test_many_weaknesses_go_on_and_none_is_lost() -> None:
    own = view("own")
    assert own.evidence.assumptions is not None
    many = tuple(
        f"Weakness {number}: nobody has seen what stands behind it, and nobody has asked." for number in range(40)
    )
    assumptions = own.evidence.assumptions.model_copy(update={"weaknesses": many})
    made = method.slides(replace(own, evidence=replace(own.evidence, assumptions=assumptions)))
    further = [slide for slide in made if any(thing.name == "Known weaknesses" for thing in slide.things)]
    assert next(slide.title for slide in further) == "No assumption alone could undo it (1 of 4)"
    assert [line.removeprefix("• ") for slide in further for line in lines(slide, "Known weaknesses")[1:]] == list(many)


def test_where_nothing_is_modelled_the_method_is_how_the_number_is_read() -> None:
    made = method.slides(view("second case"))
    assert [slide.title for slide in made] == ["Nothing is modelled in this case"]
    assert lines(made[0], "Nothing modelled")[1:] == [
        "• This case has no sound assumptions.",
        "• Nothing is estimated, so what can be known is what the sources say.",
    ]
    assert lines(made[0], "Reading")[1] == (
        "• Window: read as April to September 2031 (relative: They are the barges counted in the sentence before)."
    )


def test_assumptions_without_an_estimate_are_shown_without_values() -> None:
    own = view("own")
    made = method.slides(replace(own, estimate=None, not_estimated=view("second case").not_estimated))
    assert lines(made[0], "Formula")[0].startswith("This case has no sound assumptions.")
    assert [row[1] for row in rows(made[0], "Factors")[1:]] == ["not computed"] * 7
    assert made[1].title == "Known weaknesses"
