"""The tables of an export: the same in every case, every row with its link and version, every number as it is shown."""

import re
from dataclasses import replace
from math import inf, isfinite, nan

import pytest

from data.estimate.result import Estimate, estimate
from data.export.codebook import Line, tables, whole
from data.export.sheets import ROOMS, builder, sheets
from data.models.assumptions import NotEstimated, Settings
from data.models.changes import Change
from data.models.links import Links
from tests.cases.formula_texts import QUOTE
from tests.data.export.exported import BASE, EXPORTED, exported, names, row

PAGES = "|timeline|volumes|estimate|comparison|documents|record|method|briefing"
ESTIMATED = [table.name for table in tables() if table.name.startswith("estimate_")]


@pytest.mark.parametrize("case", EXPORTED)
def test_every_case_has_the_tables_of_the_codebook_with_the_same_columns(case: str) -> None:
    assert [(sheet.name, sheet.columns) for sheet in exported(case).sheets] == [
        (table.name, table.columns) for table in tables()
    ]


def test_every_table_has_one_function_of_its_name() -> None:
    assert [sum(hasattr(room, table.name) for room in ROOMS) for table in tables()] == [1] * len(tables())
    assert builder("claims").__name__ == "claims"


@pytest.mark.parametrize("case", EXPORTED)
def test_every_row_has_a_link_to_a_page_and_the_version_of_the_data(case: str) -> None:
    short = exported(case).evidence.fingerprint[:12]
    for sheet in exported(case).sheets:
        link = rf"{BASE}/({PAGES})\?([a-z]+=[^&]+&)*data={short}"
        assert [one for one in sheet["record_link"] if not re.fullmatch(link, one)] == []
        version = f"{exported(case).evidence.case.version} {short}"
        assert set(sheet["data_version"]) <= {version}


@pytest.mark.parametrize(
    ("table", "wanted", "query"),
    [
        ("claims", {"claim_id": "A04"}, "documents?claim=A04"),
        ("documents", {"label": "B"}, "documents?document=B"),
        ("events", {"cited": False}, "timeline?event=oil-delivered"),
        ("events", {"event_id": "oil-osc-003"}, "timeline?event=oil-osc-003&layer=record"),
        ("statements", {"record_id": "oil-osc-003"}, "record?record=oil-osc-003"),
        ("volumes", {"series": "reported"}, "volumes?claim=A04"),
        ("volumes", {"series": "notified"}, "record?record=notified-079"),
        ("volumes", {"series": "modelled"}, "estimate?"),
        ("changes", {"change_id": "change-001"}, "briefing?"),
        ("descent", {"kind": "document", "text_id": "A"}, "documents?document=A"),
        ("lanes", {"lane": "oil"}, "timeline?lane=oil"),
        ("lanes", {"lane": "context"}, "timeline?data="),  # nothing is drawn in it
    ],
)
def test_the_link_of_a_row_opens_that_row(table: str, wanted: dict[str, object], query: str) -> None:
    assert row(exported("own").sheet(table), **wanted)["record_link"].startswith(f"{BASE}/{query}")


def test_links_keep_what_the_reader_has_chosen() -> None:
    own = exported("own")
    made = sheets(own.evidence, own.estimate, Links(BASE, own.evidence.fingerprint, {"count": "30"}))
    assert next(sheet for sheet in made if sheet.name == "units")["record_link"][0].startswith(
        f"{BASE}/volumes?count=30&"
    )


@pytest.mark.parametrize("case", EXPORTED)
def test_no_number_is_without_an_end(case: str) -> None:
    for sheet in exported(case).sheets:
        for column, cells in zip(sheet.columns, sheet.cells, strict=True):
            if column.kind == "number":
                assert all(one is None or isfinite(one) for one in cells), f"{sheet.name}.{column.name}"


@pytest.mark.parametrize("case", EXPORTED)
def test_every_key_tells_the_rows_of_its_table_apart(case: str) -> None:
    for sheet in exported(case).sheets:
        keys = list(zip(*(sheet[name] for name in sheet.key), strict=True))
        assert len(set(keys)) == len(keys), sheet.name


def test_an_over_has_no_upper_bound_and_says_so() -> None:
    volumes = exported("own").sheet("volumes")
    reported = row(volumes, series="reported")
    assert (reported["operator"], reported["volume"], reported["high"]) == (">", 1_000_000, None)
    assert reported["high_words"] == "no upper bound"
    assert row(volumes, series="notified")["high_words"] == ""


def test_modelled_volumes_have_two_significant_figures_and_the_raw_number_beside_them() -> None:
    seen = row(exported("own").sheet("volumes"), series="modelled", detail="seen")
    assert [seen[name] for name in ("low", "volume", "high")] == [540_000, 790_000, 1_100_000]
    assert seen["volume_raw"] == pytest.approx(792_652, abs=1)
    total = row(exported("own").sheet("estimate_totals"), comparison="alone", series="seen")
    assert (total["q50"], total["above_limit"], total["above_reported"]) == (790_000, "98 of 100", "14 of 100")
    assert (total["q50_raw"], total["above_limit_raw"]) == (seen["volume_raw"], pytest.approx(0.978))


def test_totals_name_what_they_are_held_against_and_are_told_for_both() -> None:
    totals = exported("own").sheet("estimate_totals")
    rows = [row(totals, comparison=one, series="all") for one in ("joint", "alone")]
    assert [one["threshold"] for one in rows] == [203_793, 500_000]
    assert [one["above_limit"] for one in rows] == ["more than 99 of 100", "99 of 100"]


def test_what_is_notified_is_not_rounded_as_a_model_is() -> None:
    volumes = exported("own").sheet("volumes")
    filed = [cell for cell, series in zip(volumes["volume"], volumes["series"], strict=True) if series == "notified"]
    assert filed == [15_279, 280_928]


def test_sums_of_what_is_notified_stand_in_whole_units_with_the_raw_number_beside_them() -> None:
    china = row(exported("own").sheet("notified_by_year"), year=2018, supplier="China")
    assert (china["operator"], china["volume"]) == ("~", 159_343)
    assert china["volume_raw"] == pytest.approx(159_343.4)


@pytest.mark.parametrize(("value", "shown"), [(159_343.4, 159_343), (100.5, 101), (99.54, 99.5), (0.0414, 0.0414)])
def test_whole_units_never_make_a_small_sum_nothing(value: float, shown: float) -> None:
    assert whole(value) == shown


def test_trips_that_carried_something_are_not_the_trips_counted() -> None:
    totals = exported("own").sheet("estimate_totals")
    assert row(totals, series="seen")["trips_that_carried"] == 41
    settings = row(exported("own").sheet("settings"), name="trips in words")
    assert settings["value"] == "43 trips counted"
    described = next(one.description for one in totals.columns if one.name == "trips_that_carried")
    assert "Not the number of trips counted" in described


def test_factors_are_rounded_by_their_units_and_chances_stand_in_words() -> None:
    beliefs = exported("own").sheet("estimate_beliefs")
    load = row(beliefs, comparison="joint", assumption="load")
    assert [load[name] for name in ("needed_q05", "needed_q50", "needed_q95")] == [0.13, 0.19, 0.26]
    alone = row(beliefs, comparison="alone", assumption="load")
    assert [alone[name] for name in ("needed_q05", "needed_q50", "needed_q95")] == [0.31, 0.46, 0.65]
    assert (load["runs"], load["variance_share"]) == ("fewer than 1 of 100", "17%")
    assert row(beliefs, assumption="ship")["assumed_q50"] == 3_390
    assert (row(beliefs, assumption="count")["most"], row(beliefs, assumption="count")["most_words"]) == (
        None,
        "no upper end",
    )


def test_raw_numbers_stand_behind_all_that_is_shown() -> None:
    shown = names(exported("own").sheet("estimate_totals"))
    assert shown == [
        *("comparison", "series", "trips_that_carried", "unit", "q05", "q25", "q50", "q75", "q95"),
        *("limit_volume", "threshold", "above_limit"),
        *("reported_operator", "reported_volume", "reported_high", "reported_read_by"),
        "above_reported",
        *("q05_raw", "q25_raw", "q50_raw", "q75_raw", "q95_raw", "above_limit_raw", "above_reported_raw"),
        *("record_link", "data_version"),
    ]


def test_a_number_without_end_is_an_empty_cell_with_words_beside_it() -> None:
    line = Line("needed", "factor", "%", "What is needed.", "no value would do")
    assert line.values(
        [{"needed": inf, "unit": "%"}, {"needed": 0.534, "unit": "%"}, {"needed": nan, "unit": "%"}]
    ) == [
        [None, 0.53, None],
        ["no value would do", "", ""],
        [None, 0.534, None],
    ]


def test_a_number_without_end_for_which_there_are_no_words_is_refused() -> None:
    with pytest.raises(ValueError, match="volume holds a number without end"):
        Line("volume", "number", "", "A volume.").values([{"volume": inf}])


def test_quotes_stand_in_their_documents_character_for_character() -> None:
    claims = exported("formula texts").sheet("claims")
    assert (claims["quote"], claims["start"], claims["end"]) == ([QUOTE], [0], [34])


@pytest.mark.parametrize("case", ["own", "second case"])
def test_events_are_quoted_ones_then_cited_ones(case: str) -> None:
    events = exported(case).sheet("events")
    assert events["cited"] == sorted(events["cited"])
    assert [bool(ids) for ids in events["claim_ids"]] == [not cited for cited in events["cited"]]


def test_where_nothing_is_estimated_the_tables_are_empty_and_the_settings_say_why() -> None:
    second = exported("second case")
    assert isinstance(second.estimate, NotEstimated)
    assert [len(second.sheet(name)) for name in ESTIMATED] == [0] * len(ESTIMATED)
    settings = second.sheet("settings")
    assert (settings["name"], settings["value"]) == (["estimate"], ["none"])
    assert settings["meaning"] == [f"{second.estimate.reason}. {second.estimate.remedy}"]


def test_what_the_reader_has_set_is_in_force_and_said() -> None:
    own = exported("own")
    chosen = estimate(own.evidence, Settings(count=30, unseen=True, fixed=(("load", 0.5),)), draws=500)
    assert isinstance(chosen, Estimate)
    made = {sheet.name: sheet for sheet in sheets(own.evidence, chosen, own.links)}
    settings = dict(zip(made["settings"]["name"], made["settings"]["value"], strict=True))
    assert [settings[name] for name in ("count", "series in front", "fixed load", "draws")] == [
        "30", "seen and not seen", "0.5", "500",
    ]  # fmt: skip
    assert row(made["assumptions"], assumption="load")["fixed_at"] == 0.5
    assert row(made["assumptions"], assumption="ship")["fixed_at"] is None
    assert row(made["estimate_beliefs"], assumption="load")["fixed"] is True


def test_recorded_changes_are_a_table_with_the_headline_of_their_time() -> None:
    changes = exported("own").sheet("changes")
    assert changes["change_id"][:2] == ["change-001", "change-002"]
    first = row(changes, change_id="change-001")
    assert (first["operator"], first["reported"], first["limit"], first["q50"]) == (">", 1_000_000, 500_000, None)
    assert first["above"] == ""


def test_a_recorded_change_has_every_column_of_its_record() -> None:
    changes = exported("own").sheet("changes")
    assert set(Change.model_fields) <= set(names(changes))
    assert changes["limit_unit"][:2] == ["barrel", "barrel"]
    units = {column.name: column.unit for column in changes.columns}
    assert (units["limit"], units["q50"], units["reported"]) == ("see limit_unit", "see limit_unit", "see unit")


@pytest.mark.parametrize("case", EXPORTED)
def test_references_lead_to_rows_that_are_there(case: str) -> None:
    for sheet in exported(case).sheets:
        for column, table in sheet.references.items():
            target = exported(case).sheet(table)
            assert set(sheet[column]) - {""} <= set(target[target.key[0]]), f"{sheet.name}.{column}"


def test_a_reference_that_leads_nowhere_is_not_promised() -> None:
    own = exported("own")
    partial = replace(own.evidence, vessels=())
    made = {sheet.name: sheet for sheet in sheets(partial, own.estimate, own.links)}
    assert made["sightings"].references == {"origin": "origins", "superseded_by": "sightings"}


def test_the_codebook_names_only_tables_with_a_key_of_one_column() -> None:
    keys = {table.name: table.key for table in tables()}
    assert [len(keys[name]) for table in tables() for name in table.references.values() if len(keys[name]) != 1] == []


def test_every_column_is_described_and_every_number_has_a_unit() -> None:
    without = {"weight", "spread", "uncertainty", "sharing", "rank", "score", "volume", "gives", "computed"}
    for table in tables():
        for column in table.columns:
            assert column.description
            bare = column.kind in ("number", "integer") and not column.unit
            assert not bare or column.name in without, f"{table.name}.{column.name}"


def test_frames_have_the_dtypes_of_their_kinds() -> None:
    frame = exported("own").sheet("volumes").frame
    kinds = {"series": "str", "year": "Int64", "period_start": "datetime64[s]", "volume": "float64"}
    kinds |= {"claim_ids": "object", "comparable": "boolean", "date": "str"}
    assert {name: str(frame[name].dtype) for name in kinds} == kinds
