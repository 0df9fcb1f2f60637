"""The zip of an export: what stands in it, the same bytes at any time, and a readme that says how to read it."""

import io
import json
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from data.export import annotations, archive, entities, package, timelinejs, workbook
from data.export.reading import read_package
from data.export.sheets import filled
from data.frames.newest import how_new
from tests.data.export.exported import EXPORTED, exported
from tests.pages.test_another_case import THE_CASE

ROOT = Path(__file__).parents[3]


def made(case: str) -> bytes:
    of = exported(case)
    return archive.archive(of.evidence, of.estimate, of.links)


@cache
def kept(case: str) -> bytes:
    return made(case)


def text(case: str) -> str:
    with zipfile.ZipFile(io.BytesIO(kept(case))) as packed:
        return packed.read("README.txt").decode()


def on_one_line(case: str) -> str:
    return " ".join(text(case).split())


def test_it_holds_readme_workbook_package_and_the_formats_of_other_programs() -> None:
    with zipfile.ZipFile(io.BytesIO(kept("own"))) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    assert [name for name in names if not name.startswith("package/")] == [
        "README.txt", "russian-oil-to-north-korea.xlsx", "timelinejs.csv", "annotations.jsonld", "entities.ftm.json",
        "verify.py", "parts.json",
    ]  # fmt: skip
    assert [name for name in names if name.startswith("package/")][:3] == [
        "package/datapackage.json", "package/case.csv", "package/documents.csv",
    ]  # fmt: skip


@pytest.mark.parametrize("case", EXPORTED)
def test_names_of_files_are_harmless_whatever_the_case_is_called(case: str) -> None:
    with zipfile.ZipFile(io.BytesIO(kept(case))) as packed:
        allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-_./README")
        assert [name for name in packed.namelist() if not set(name) <= allowed or ".." in name or name[0] == "/"] == []


@pytest.mark.parametrize("case", EXPORTED)
def test_the_package_in_it_is_read_back_as_equal_frames(case: str) -> None:
    frames = read_package(kept(case))
    for sheet in filled(exported(case).sheets):
        pd.testing.assert_frame_equal(frames[sheet.name], sheet.frame, check_exact=True)


def test_two_readers_at_once_get_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as readers:
        first, second = readers.map(made, ["own", "own"])
    assert first == second == kept("own")


def test_its_moments_are_the_day_of_the_data_and_its_files_are_deflated() -> None:
    with zipfile.ZipFile(io.BytesIO(kept("own"))) as packed:
        told = {(one.date_time, one.compress_type, one.create_system) for one in packed.infolist()}
    assert told == {((2026, 11, 22, 0, 0, 0), zipfile.ZIP_DEFLATED, 3)}


def test_data_from_before_zips_could_tell_have_the_first_day_that_they_can() -> None:
    of = exported("no documents")
    old = replace(of.evidence, case=of.evidence.case.model_copy(update={"as_of": date(1, 1, 1)}))
    with zipfile.ZipFile(io.BytesIO(archive.archive(old, of.estimate, of.links))) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert json.loads(packed.read("package/datapackage.json"))["created"] == "0001-01-01T00:00:00Z"


@pytest.mark.parametrize("case", EXPORTED)
def test_the_readme_names_question_version_day_and_whole_fingerprint(case: str) -> None:
    told, evidence = on_one_line(case), exported(case).evidence
    assert evidence.fingerprint in told
    assert f"Dataset {evidence.case.version}, {how_new(evidence)}, fingerprint" in told


def test_the_readme_says_how_to_cite_the_data() -> None:
    short = exported("own").evidence.fingerprint[:12]
    assert (
        f"Barrelwatch. Russian oil to North Korea. Dataset 0.2.0 (fingerprint {short}), newest fact 23 October 2025, "
        "last looked 22 November 2026. "
        f"https://views.invalid/?data={short}"
    ) in on_one_line("own")


def test_the_readme_counts_the_rows_of_every_table() -> None:
    told = on_one_line("own")
    for sheet in filled(exported("own").sheets):
        rows = len(sheet)
        assert f"{sheet.name} ({rows} row{'' if rows == 1 else 's'}): {sheet.title}." in told


def test_the_readme_says_what_each_format_cannot_carry() -> None:
    told = on_one_line("own")
    formats = (workbook.CANNOT, package.CANNOT, timelinejs.CANNOT, annotations.CANNOT)
    for words in sum(formats, entities.cannot(exported("own").evidence)):
        assert words in told


def test_the_readme_says_under_which_assumptions_the_numbers_hold() -> None:
    assert "trips in words: 43 trips counted." in on_one_line("own")
    assert "estimate: none. This case has no sound assumptions." in on_one_line("second case")


@pytest.mark.parametrize("case", EXPORTED)
def test_no_table_is_handed_out_empty_and_none_leads_to_one_that_is_not_there(case: str) -> None:
    with zipfile.ZipFile(io.BytesIO(kept(case))) as packed:
        resources = json.loads(packed.read("package/datapackage.json"))["resources"]
        names = {resource["name"] for resource in resources}
        assert names == {sheet.name for sheet in exported(case).sheets if len(sheet)}
        assert [resource["name"] for resource in resources if not resource["rows"]] == []
        for resource in resources:
            for key in resource["schema"].get("foreignKeys", []):
                assert key["reference"].get("resource", resource["name"]) in names
        assert [one.filename for one in packed.infolist() if not one.file_size] == []


def test_a_case_without_anything_to_place_quote_or_name_has_no_file_for_it() -> None:
    with zipfile.ZipFile(io.BytesIO(kept("no documents"))) as packed:
        assert [name for name in packed.namelist() if "/" not in name and not name.endswith(".xlsx")] == [
            "README.txt", "verify.py", "parts.json",
        ]  # fmt: skip
        assert "TimelineJS" not in packed.read("README.txt").decode()


def test_the_zip_of_another_case_has_no_word_of_the_own_one() -> None:
    with zipfile.ZipFile(io.BytesIO(kept("second case"))) as packed:
        texts = {name: packed.read(name) for name in packed.namelist()}
    book = texts.pop(next(name for name in texts if name.endswith(".xlsx")))
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        texts |= {name: parts.read(name) for name in parts.namelist()}
    # Whose list of vessels the format means, and a link that tempts: none is said of a case.
    harmless = re.compile(r'"authority": \["UN"\]|UN listing|\[A04\]\(javascript')
    words = re.compile(rf"{THE_CASE.pattern}|\bbarrels?\b|\bA04\b", re.IGNORECASE)
    found = {name: words.findall(harmless.sub("", text.decode())) for name, text in texts.items()}
    assert {name: told for name, told in found.items() if told} == {}


def test_the_licence_of_the_case_stands_in_the_readme_and_the_package() -> None:
    told = on_one_line("own")
    assert "may be used under Creative Commons Attribution 4.0 International (CC-BY-4.0, https://creative" in told
    assert "Quoted words and the texts they are from are evidence: they belong to their publishers" in told
    with zipfile.ZipFile(io.BytesIO(kept("own"))) as packed:
        described = json.loads(packed.read("package/datapackage.json"))
    assert [licence["name"] for licence in described["licenses"]] == ["CC-BY-4.0"]
    assert "CC-BY-4.0" in described["description"]


def test_a_case_that_gives_no_licence_says_so() -> None:
    assert "No licence is given for these data: ask whoever keeps them" in on_one_line("second case")
    with zipfile.ZipFile(io.BytesIO(kept("second case"))) as packed:
        assert "licenses" not in json.loads(packed.read("package/datapackage.json"))


def test_the_readme_says_where_the_data_are_not_sound() -> None:
    of = exported("second case")
    partial = archive.archive(replace(of.evidence, complete=False), of.estimate, of.links)
    with zipfile.ZipFile(io.BytesIO(partial)) as packed:
        assert "The data were not sound as a whole when this was made" in packed.read("README.txt").decode()
        assert json.loads(packed.read("package/datapackage.json"))["complete"] is False


def test_words_of_the_case_stay_on_their_lines_in_the_readme() -> None:
    of = exported("no documents")
    case = of.evidence.case.model_copy(update={"title": "Salt\n====\n\nFiles\x1b[31m", "question": "How\r\nmuch?"})
    with zipfile.ZipFile(io.BytesIO(archive.archive(replace(of.evidence, case=case), of.estimate, of.links))) as packed:
        assert packed.read("README.txt").decode().splitlines()[:4] == [
            "Salt ==== Files\\x1b[31m", "=======================", "", "How much?",
        ]  # fmt: skip


def test_the_readme_counts_the_events_that_the_timeline_leaves_out() -> None:
    assert "for TimelineJS. 1 event is left out, because the year is not known." in on_one_line("second case")
    assert "timelinejs.csv: the timeline, for TimelineJS. - annotations.jsonld" in on_one_line("own")


@pytest.mark.parametrize("case", EXPORTED)
def test_lines_of_the_readme_are_short_enough_to_read(case: str) -> None:
    assert [line for line in text(case).splitlines() if len(line) > 100 and " " in line.strip("- ")] == []


def test_nothing_of_it_is_imported_before_somebody_asks() -> None:
    names = "[name for name in sys.modules if name in ('xlsxwriter', 'data.export')]"
    code = f"import sys, data, data.estimate.result; print({names})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
