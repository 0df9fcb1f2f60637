"""Volumes against the limit."""

from pathlib import Path

from tests.pages.view import Opened, View, nodes_of


def words_of(view: View, chart: int) -> str:
    """Everything written on a chart."""
    return " ".join(str(label["text"]) for label in view.figures[chart]["layout"]["annotations"]).replace("&gt;", ">")


def test_the_title_comes_from_the_case(opened: Opened, second_case: Path) -> None:
    assert opened("volumes").app.title[0].value == "Barrels against the UN cap"
    assert opened("volumes", second_case).app.title[0].value == "Tonnes against the Concord cap"


def test_all_three_series_stand_on_one_axis(opened: Opened) -> None:
    words = words_of(opened("volumes"), 2)
    finding = "Reported number and, with what else was notified, model put oil deliveries above the annual UN cap"
    assert finding in words.replace("</b><br><b>", " ")
    assert "about 790,000" in words
    assert "about 930,000" in words
    assert "280,928" in words
    assert "↗ cited: China, to 30" in words


def test_the_notified_series_by_year_comes_with_the_public_record(opened: Opened) -> None:
    assert len(opened("volumes").figures) == 3
    words = words_of(opened("volumes", layer="record"), 3)
    assert "Notified deliveries stayed below the UN cap in every complete year" in words.replace("</b><br><b>", " ")
    assert "296,207" in words
    assert "~ 466,000" in words


def test_year_against_year_stands_below_the_gauge_with_its_own_table(opened: Opened, second_case: Path) -> None:
    view = opened("volumes")
    finding = "Published estimates reach or pass the UN cap in every year that they cover; 2024 is no exception"
    assert finding in words_of(view, 1).replace("</b><br><b>", " ")
    assert "The estimates count all suppliers together for 2018, 2020, 2022 and 2023 and Russia for 2024" in view.text
    assert view.rows(0)[2][2:5] == ["published", "all", "500,000"]
    none = "No published estimate for a year stands beside what was notified under the Concord cap"
    assert none in words_of(opened("volumes", second_case), 1).replace("</b><br><b>", " ")


def test_a_click_on_a_notified_number_opens_its_record(opened: Opened) -> None:
    view = opened("volumes", record="notified-081")
    assert view.beside == "record:notified-081"
    assert "Cited, not quoted" in view.text


def test_every_limit_of_the_case_is_listed_with_its_rule(opened: Opened) -> None:
    limits = opened("volumes").words("li")[1:]  # the first says what the committee found
    assert limits[0].startswith(
        "UN cap500,000 barrels, refined petroleum products, all suppliers together, calendar year (Resolution 2397"
    )
    assert len(limits) == 3


def test_the_volume_of_the_address_stands_on_the_gauge(opened: Opened, second_case: Path) -> None:
    view = opened("volumes", second_case, volume="Q01")
    assert "25,000–27,000" in words_of(view, 0)


def test_a_plan_is_named_but_not_set_against_the_limit(opened: Opened, second_case: Path) -> None:
    row = next(row for row in opened("volumes", second_case).rows(1) if row[3].strip() == "Q02")
    assert row[-1] == "the number is that of a plan, not of a delivery"
    assert "Q02" not in words_of(opened("volumes", second_case), 2)


def test_choosing_a_volume_writes_its_claim_into_the_address(opened: Opened, second_case: Path) -> None:
    view = opened("volumes", second_case)
    view.app.selectbox(key="volume").set_value("Q01").run()
    assert view.address == {"volume": "Q01"}


def test_numbers_stand_in_the_table_as_the_source_gives_them(opened: Opened) -> None:
    assert opened("volumes").rows(2)[0][8] == "1,000,000"  # behind year against year, and the tests


def test_the_amount_is_one_of_three_tests_and_every_id_opens_what_stands_behind_it(opened: Opened) -> None:
    view = opened("volumes")
    titles = [fold.label for fold in view.app.expander]
    assert "Three tests, not one\\: Notified in time? By ships that are not listed? Within the amount?" in titles
    assert "The limits\\: UN cap, UN crude limit and UN crude limit in tonnes" in titles
    table = next(node for node in view.find("table") if node["a"].get("aria-label") == "Three tests, not one")
    links = [node["a"]["href"] for node in nodes_of(table) if node["t"] == "a"]
    assert {"record?record=un-rule-011", "documents?claim=A04"} <= {link.lstrip("/") for link in links}
    assert any(item.startswith("Found to be passed by the committee? No. ") for item in view.words("li"))


def test_a_limit_of_which_only_the_number_is_written_down_has_no_tests(opened: Opened, second_case: Path) -> None:
    assert not any("not one" in fold.label for fold in opened("volumes", second_case).app.expander)
