"""Year against year as it was looked at, what it says, and what must hold of it for any number."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from components.figures.years.by_year import by_year_in_words, by_year_of
from components.scene.canvas import Look
from components.scene.marks import Bars, Box, Segment
from components.sentences.records.by_year import by_year_brief, by_year_headline, by_year_sentence, part_in_words
from components.theme import PALETTES, Mode, Width
from data import Evidence, read_evidence
from data.frames.by_year import by_year_frame
from data.volumes import volumes_frame
from tests.cases.record_csv import notice, write_record_case
from tests.components.on_the_page import on_the_page
from tests.components.record_frames import without_fingerprint
from tests.data.frames.test_by_year import estimate
from tests.goldens import matches_golden

NOTICES = notice("vale", "2038", "300"), notice("hill", "2038-01/2038-03", "20", suppliers="Hill Coast")
RANGE = {"operator": "range", "value": "", "low": "500", "high": "900", "statement": "From 500 to 900 tonnes of salt"}
FLOOR = {"operator": ">", "statement": "More than 600 tonnes of salt went down", "hedge": ""}
ESTIMATES = (
    estimate("watch", "2036-01/2036-06", "") | RANGE | {"hedge": ""},
    estimate("guess", "2038", "700"),
    estimate("count", "2039-03-07/2039-11-05", "600", suppliers="Upper Vale") | FLOOR,
)


def evidence_with(folder: Path, *statements: dict[str, str], notices: tuple[dict[str, str], ...] = NOTICES) -> Evidence:
    return without_fingerprint(read_evidence(write_record_case(folder / "salt", *notices, statements=statements)))


def frame_of(evidence: Evidence) -> pd.DataFrame:
    return by_year_frame(evidence, volumes_frame(evidence))


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    return evidence_with(tmp_path_factory.mktemp("years"), *ESTIMATES)


def marks_of(evidence: Evidence, kind: type[Any], look: Look | None = None) -> list[Any]:
    scene = by_year_of(frame_of(evidence), evidence, look or Look(PALETTES["light"]))
    return [mark for mark in scene.canvas.marks if isinstance(mark, kind)]


@pytest.mark.parametrize(("mode", "width"), [("light", "wide"), ("dark", "narrow")])
def test_the_years_are_as_they_were_looked_at(evidence: Evidence, mode: Mode, width: Width) -> None:
    figure = on_the_page(by_year_of)(frame_of(evidence), evidence, Look(PALETTES[mode], width))
    assert matches_golden(figure, f"by-year-{width}-{mode}")


def test_every_number_opens_its_own_words(evidence: Evidence) -> None:
    opened = [one for bars in marks_of(evidence, Bars) for one in bars.opens.behind or ()]
    assert opened == ["record:watch", "record:vale", "record:guess", "record:count", "S01"]


def test_an_estimate_is_hatched_only_as_far_as_its_words_are_sure(evidence: Evidence) -> None:
    hatched = [bars.lengths for bars in marks_of(evidence, Bars) if bars.hatch]
    assert hatched == [[500.0], [700.0], [600.0]]
    outlines = [box.x for box in marks_of(evidence, Box) if box.line and box.line.dash == "dash"]
    assert outlines == [(0.0, 500.0), (500.0, 900.0), (0.0, 700.0), (0.0, 600.0)]


def test_the_limit_is_a_line_through_every_year_in_which_it_held(tmp_path: Path) -> None:
    found = evidence_with(tmp_path, estimate("before", "2029", "700"), estimate("after", "2036", "700"))
    limit = PALETTES["light"].limit
    lines = [line for line in marks_of(found, Segment) if line.line.colour == limit]
    assert [line.start[0] for line in lines] == [500, 500, 500]  # 2036, 2038 and 2039, not 2029


def test_a_number_far_beyond_the_limit_does_not_stretch_the_axis(tmp_path: Path) -> None:
    found = evidence_with(tmp_path, estimate("wild", "2036", "90000"))
    hatched = [bars.lengths for bars in marks_of(found, Bars) if bars.hatch]
    assert hatched == [[pytest.approx(4 * 500 * 1.04)]]


def test_twenty_years_fill_several_slides_and_lose_none(tmp_path: Path) -> None:
    many = [estimate(f"of-{year}", str(year), "700") for year in range(2040, 2060)]
    found = evidence_with(tmp_path, *many)
    scene = by_year_of(frame_of(found), found, Look(PALETTES["light"], part=1, room=420.0))
    scenes = [scene, *scene.further]
    assert len(scenes) > 1
    opened = [one for part in scenes for mark in part.canvas.marks if isinstance(mark, Bars)
              for one in mark.opens.behind or ()]  # fmt: skip
    assert sorted(opened) == sorted([*(f"record:of-{year}" for year in range(2040, 2060)), "record:vale", "S01"])


@pytest.mark.parametrize(
    ("statements", "headline", "brief"),
    [
        ((), "No published estimate for a year stands beside what was notified under the Salt cap",
         "No estimate stands beside what was notified"),
        (ESTIMATES,
         "Published estimates reach or pass the Salt cap in every year that they cover; 2039 is no exception",
         "Every year with an estimate: at or above the Salt cap"),
        (ESTIMATES[1:], "Published estimates lie above the Salt cap in both years that they cover",
         "Every year with an estimate: above the Salt cap"),
        ((estimate("a", "2036", "700"), estimate("b", "2037", "700"), estimate("c", "2039", "100")),
         "Published estimates lie above the Salt cap in two of the three years that they cover; 2039 is the exception",
         "Estimates: two of three years above the Salt cap"),
        ((estimate("a", "2036", "700"), estimate("b", "2037", "100")),
         "Published estimates lie above the Salt cap in 2036 alone, of the two years that they cover",
         "Estimates: one of two years above the Salt cap"),
        ((estimate("a", "2037", "100"),), "Published estimates do not put deliveries above the Salt cap in 2037",
         "No estimate is shown to pass the Salt cap"),
        ((estimate("a", "2037", "") | RANGE | {"low": "400", "statement": "From 400 to 900 tonnes"},),
         "Published estimates leave open whether deliveries passed the Salt cap in 2037",
         "No estimate is shown to pass the Salt cap"),
    ],
    ids=["none", "from the limit up", "all above", "the last year below", "one year", "below", "open"],
)  # fmt: skip
def test_the_headline_is_what_the_estimates_say_of_the_limit(
    tmp_path: Path, statements: tuple[dict[str, str], ...], headline: str, brief: str
) -> None:
    found = evidence_with(tmp_path, *statements)
    rows = frame_of(found)
    assert by_year_headline(rows, found) == headline
    assert by_year_brief(rows, found) == brief


def test_what_is_counted_is_said_before_anybody_compares_it(evidence: Evidence) -> None:
    assert by_year_sentence(frame_of(evidence), ("elsewhere",)) == (
        "The estimates count all suppliers together for 2036 and 2038 and Upper Vale for 2039, some of them for a part "
        "of the year. Estimates and notifications may speak of the same deliveries, and are never added up. In no "
        "single period of the limit, or in another unit: [elsewhere]."
    )


def test_a_year_without_an_estimate_is_named(tmp_path: Path) -> None:
    found = evidence_with(tmp_path, ESTIMATES[0])
    assert "No estimate was found for 2038 and 2039." in by_year_sentence(frame_of(found), ())


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("2038-01-01/2038-12-31", ""),
        ("2038-01/2038-05", "Jan–May"),
        ("2038-01-01/2038-09-15", "to 15 Sep"),
        ("2038-03-07/2038-11-05", "7 Mar–5 Nov"),
        ("2038-02", "Feb only"),
        ("[2038-01-01..2038-03-31]", "with gaps"),
    ],
)
def test_the_part_of_a_year_is_said_in_the_fewest_words(window: str, words: str) -> None:
    covers = "" if words else "period"
    row = {"date": window, "covers": covers or "part", "period_start": pd.Timestamp("2038-01-01")}
    assert part_in_words(row) == words


def test_the_words_for_readers_without_the_picture_name_every_number(evidence: Evidence) -> None:
    told = by_year_in_words(frame_of(evidence), (), evidence)
    assert "2036: ↗ Vale accord office: 500–900 (all suppliers, Jan–Jun)." in told
    assert "2038: ↗ Notified, incomplete: 320 (Upper Vale 300; Hill Coast 20, Jan–Mar)" in told
    assert "↗ Vale accord office: > 600 (Upper Vale alone, 7 Mar–5 Nov); Document R1 S01: 100." in told
