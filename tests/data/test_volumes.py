"""Evidence -> volumes against the limit."""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from data import examine, read_evidence, volumes_frame
from data.frames.reported import headline_row
from data.models.periods import limit_period
from data.models.scope import counts_towards
from tests.cases.edit import plant, write
from tests.cases.record_csv import notice, write_record_case
from tests.cases.salt_case import write_case

INFERRED = 'date_basis = "inferred"\ndate_reason = "Typed in for a test."\n'


def by_claim(folder: Path) -> pd.DataFrame:
    """The frame of a folder, by the first claim of each row."""
    frame = volumes_frame(examine(folder).evidence)
    return frame.set_index(frame["claim_ids"].str[0])


def test_a_volume_is_set_against_the_limit_in_the_period_in_which_its_window_lies(second_case: Path) -> None:
    row = by_claim(second_case).loc["P02"]
    assert (row["operator"], row["volume"], row["limit_volume"], row["standing"]) == (">", 26_000, 20_000, "above")
    assert row["year"] == 2031
    assert (f"{row['period_start']:%Y-%m-%d}", f"{row['period_end']:%Y-%m-%d}") == ("2031-04-01", "2032-03-31")


def test_a_range_keeps_both_ends(second_case: Path) -> None:
    row = by_claim(second_case).loc["Q01"]
    assert (row["volume"], row["low"], row["high"]) == (25_000, 25_000, 27_000)


def test_a_floor_has_no_upper_end(second_case: Path) -> None:
    assert by_claim(second_case).loc["P02"]["high"] == float("inf")


def test_a_text_without_a_number_has_no_row(second_case: Path) -> None:
    assert "R02" not in by_claim(second_case).index


def test_a_plan_is_never_set_against_the_limit(second_case: Path) -> None:
    row = by_claim(second_case).loc["Q02"]
    assert not row["comparable"]
    assert row["why_not"] == "the number is that of a plan, not of a delivery"
    assert pd.isna(row["limit_volume"])


@pytest.mark.parametrize(
    ("file", "old", "new", "why_not"),
    [
        (
            "limits.csv",
            "twelve-months,04-01",
            "twelve-months,07-01",
            "the dates the claim allows do not lie in one period of the limit",
        ),
        ("limits.csv", "2029-04-01,,", "2031-05-01,,", "the limit was not in force over that whole period"),
        ("limits.csv", "2029-04-01,,", "2029-04-01,2031-12-31,", "the limit was not in force over that whole period"),
        ("case.toml", 'headline_limit = "concord"\n', "", "the case names no limit"),
        ("limits.csv", "20000", "many", "the limit is withheld"),
    ],
)
def test_what_cannot_be_compared_says_why(second_copy: Path, file: str, old: str, new: str, why_not: str) -> None:
    plant(second_copy / file, old, new)
    row = by_claim(second_copy).loc["P02"]
    assert (row["comparable"], row["why_not"], row["standing"]) == (False, why_not, "")


def test_a_limit_in_another_unit_is_not_compared_and_nothing_is_converted(second_copy: Path) -> None:
    plant(second_copy / "limits.csv", "20000,tonne,", "20000,barge,")
    plant(second_copy / "limits.csv", ",P03,", ",,")
    row = by_claim(second_copy).loc["P02"]
    assert row["why_not"] == "the claim counts in another unit (tonne) than the limit (barge), and nothing is converted"
    assert (row["comparable"], row["standing"]) == (False, "")


def test_a_claim_without_date_belongs_to_no_period(second_copy: Path) -> None:
    toml = second_copy / "documents" / "harbour-letter" / "evidence.toml"
    plant(toml, 'date = "2031-04-01/2031-09-30"\ndate_basis = "relative"\n', "")
    assert (
        by_claim(second_copy).loc["P02"]["why_not"]
        == "the claim gives no date, so it belongs to no period of the limit"
    )


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2031, 4, 1), date(2031, 4, 1), date(2032, 3, 31)),
        (date(2031, 3, 31), date(2030, 4, 1), date(2031, 3, 31)),
        (date(1000, 1, 1), date(999, 4, 1), date(1000, 3, 31)),
    ],
)
def test_a_period_begins_on_the_day_that_the_limit_names(second_case: Path, day: date, first: date, last: date) -> None:
    assert limit_period(day, read_evidence(second_case).limits[0]) == (first, last)


def test_without_a_named_claim_the_headline_is_the_largest_volume_of_the_latest_year(second_case: Path) -> None:
    evidence = read_evidence(second_case)
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    assert row["claim_ids"] == ("P02",)


def test_the_named_claim_is_the_headline(second_copy: Path) -> None:
    plant(second_copy / "case.toml", 'headline_limit = "concord"', 'headline_limit = "concord"\nheadline_claim = "Q01"')
    evidence = read_evidence(second_copy)
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    assert row["claim_ids"] == ("Q01",)


def test_no_other_claim_takes_the_place_of_a_headline_that_is_not_sound(second_copy: Path) -> None:
    plant(second_copy / "case.toml", 'headline_limit = "concord"', 'headline_limit = "concord"\nheadline_claim = "Q01"')
    plant(second_copy / "documents" / "market-bulletin" / "evidence.toml", "high = 27000", "high = 28000")
    evidence = examine(second_copy).evidence
    assert headline_row(volumes_frame(evidence), evidence) is None


def test_what_a_source_rounds_or_is_converted_is_about_and_what_is_filed_is_not(tmp_path: Path) -> None:
    rate = {"record_id": "rate", "kind": "conversion", "operator": "=", "value": "8", "unit": "per-tonne"}
    brine = {"unit": "barrel", "factor": "8", "factor_from": "rate"}
    rows = (
        notice("exact", "2039", "7"),
        notice("rounded", "2039", "105", suppliers="Far Vale", operator="~"),
        notice("brine", "2039", "800", suppliers="Low Vale", **brine),
    )
    frame = volumes_frame(read_evidence(write_record_case(tmp_path / "made", *rows, statements=(rate,))))
    notified = frame[frame["series"] == "notified"]
    assert list(zip(notified["detail"], notified["operator"], notified["volume"], strict=True)) == [
        ("Upper Vale", "=", 7),
        ("Far Vale", "~", 105),
        ("Low Vale", "~", 100),
    ]


def test_a_case_without_documents_has_no_headline(tmp_path: Path) -> None:
    evidence = read_evidence(write_case(tmp_path / "made", 0))
    assert headline_row(volumes_frame(evidence), evidence) is None


def said_for(folder: Path, date_text: str, extra: str = "") -> Path:
    """A case whose cap is 500 tonnes a calendar year, and whose one claim of 100 tonnes has this date."""
    write_case(folder, 1)
    toml = folder / "documents" / "report-01" / "evidence.toml"
    plant(toml, 'date = "2039"\n', f'date = "{date_text}"\n')
    plant(toml, 'date_basis = "stated"\n', f"{INFERRED}{extra}")
    return folder


@pytest.mark.parametrize(
    ("date_text", "covers", "standing"),
    [
        ("2039", "period", "within"),
        ("2039-01-01/2039-12-31", "period", "within"),
        ("2039-01/2039-12", "period", "within"),
        ("2039-01", "part", "open"),
        ("2039-03-05", "part", "open"),
        ("2039-01/2039-11", "part", "open"),
        ("2039-02/2039-12", "part", "open"),
        ("[2039-01-01..2039-12-31]", "part", "open"),
        ("2039-02~/2039-11~", "part", "open"),
        ("2039-01/2039", "part", "open"),
    ],
)
def test_a_number_of_a_part_of_the_period_is_never_within_the_limit(
    tmp_path: Path, date_text: str, covers: str, standing: str
) -> None:
    row = by_claim(said_for(tmp_path / "made", date_text)).loc["S01"]
    assert (row["comparable"], row["covers"], row["standing"]) == (True, covers, standing)


def test_a_curator_may_say_that_a_number_covers_a_part(tmp_path: Path) -> None:
    row = by_claim(said_for(tmp_path / "made", "2039", extra='covers = "part"\n')).loc["S01"]
    assert (row["covers"], row["standing"]) == ("part", "open")


def test_a_number_cannot_cover_a_period_with_a_date_that_is_shorter_than_any(tmp_path: Path) -> None:
    (problem,) = examine(said_for(tmp_path / "made", "2039-01/2039-11", 'covers = "period"\n')).problems
    assert problem.what == ('covers is "period", but 2039-01/2039-11 is shorter than any period of the Salt cap')
    assert problem.remedy == 'Write covers = "part" or leave it out, or mend the date.'


def test_what_a_supplier_filed_for_a_part_of_the_period_is_open_and_for_all_of_it_within(tmp_path: Path) -> None:
    rows = (
        notice("whole", "2039", "7"),
        notice("january", "2039-01", "8", suppliers="Far Vale"),
        notice("autumn", "2039-09/2039-12", "9", suppliers="Low Vale"),
        notice("spring", "2039-03", "5", suppliers="High Vale"),
        notice("later", "2039-05", "5", suppliers="High Vale"),
    )
    frame = volumes_frame(read_evidence(write_record_case(tmp_path / "made", *rows)))
    notified = frame[frame["series"] == "notified"]
    assert list(zip(*(notified[name] for name in ("detail", "date", "covers", "standing")), strict=True)) == [
        ("Upper Vale", "2039-01-01/2039-12-31", "period", "within"),
        ("Far Vale, to 31 January", "2039-01-01/2039-01-31", "part", "open"),
        ("Low Vale, from 1 September", "2039-09-01/2039-12-31", "part", "open"),
        ("High Vale, from 1 March to 31 May with gaps", "[2039-03-01..2039-05-31]", "part", "open"),
    ]


def counting(folder: Path, product: str) -> Path:
    """A case whose one text counts 100 tonnes of some product in 2039."""
    write_case(folder, 1)
    document = folder / "documents" / "report-01"
    before = (document / "text.txt").read_bytes()
    after = before.replace(b"tonnes of salt", f"tonnes of {product}".encode())
    (document / "text.txt").write_bytes(after)
    toml = document / "evidence.toml"
    plant(toml, sha256(before).hexdigest(), sha256(after).hexdigest())
    end = int(re.findall(r"end = ([0-9]+)", toml.read_text(encoding="utf-8"))[0])
    plant(toml, f"end = {end}", f"end = {end + len(product) - len('salt')}")
    plant(toml, "'100 tonnes of salt'", f"'100 tonnes of {product}'")
    plant(toml, 'product = "salt"', f'product = "{product}"')
    return folder


def with_a_brine_limit(folder: Path, product: str, brine_unit: str = "tonne") -> Path:
    """The same with a cap on salt and another limit on brine."""
    counting(folder, product)
    header, row = (folder / "limits.csv").read_text(encoding="utf-8").splitlines()
    header, row = (
        header.replace(",product,", ",product,product_words,"),
        row.replace(",salt,", ",salt,salt; rock salt,"),
    )
    brine = (
        f'brine,Brine limit,brine,brine; raw brine,80,{brine_unit},calendar-year,01-01,2030-01-01,,all,"Article 2",,,'
    )
    write(folder / "limits.csv", f"{header}\n{row}\n{brine}\n")
    plant(folder / "case.toml", "[[unit]]", '[[unit]]\nid = "barrel"\none = "barrel"\nmany = "barrels"\n\n[[unit]]')
    return folder


def test_a_product_of_another_limit_is_not_compared_and_stands_against_its_own(tmp_path: Path) -> None:
    row = by_claim(with_a_brine_limit(tmp_path / "made", "Raw Brine")).loc["S01"]
    assert (row["comparable"], row["why_not"]) == (False, "the text counts Raw Brine; the Salt cap covers salt")
    assert (row["limit_id"], row["limit_volume"], row["limit_product"]) == ("brine", 80, "brine")
    assert row["standing"] == "above"


def test_a_product_of_another_limit_in_another_unit_stands_against_none(tmp_path: Path) -> None:
    row = by_claim(with_a_brine_limit(tmp_path / "made", "brine", "barrel")).loc["S01"]
    assert (row["comparable"], row["limit_id"], row["standing"]) == (False, "", "")
    assert row["why_not"] == "the text counts brine; the Salt cap covers salt"


@pytest.mark.parametrize("product", ["ROCK  SALT", "goods", "brinery", "brine and salt"])
def test_a_product_of_this_limit_or_of_none_is_compared(tmp_path: Path, product: str) -> None:
    row = by_claim(with_a_brine_limit(tmp_path / "made", product)).loc["S01"]
    assert (row["comparable"], row["limit_id"]) == (True, "salt-cap")


@pytest.mark.parametrize(
    ("product", "limits"),
    [
        ("refined oil", ["refined"]), ("Diesel fuel", ["refined"]), ("нефтепродуктов", ["refined"]),
        ("정유제품을", ["refined"]), ("crude", ["crude-barrels", "crude-tonnes"]),
        ("сырой нефти", ["crude-barrels", "crude-tonnes"]), ("oil", []), ("petrolatum", []), ("", []),
    ],
)  # fmt: skip
def test_the_words_of_the_limits_of_the_case_tell_refined_from_crude(product: str, limits: list[str]) -> None:
    assert [limit.limit_id for limit in read_evidence().limits if counts_towards(product, limit)] == limits
