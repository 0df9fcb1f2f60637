"""python -m barrelwatch second-reader: a sheet goes out, and a filled one becomes readings.csv."""

from pathlib import Path

import pytest

from barrelwatch import main


def test_a_sheet_goes_out_and_comes_back_filled(second_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, seeds = second_copy.parent / "sheet.csv", ["--seeds", str(second_copy)]
    before = (second_copy / "readings.csv").read_text("utf-8")
    assert main(["second-reader", "--out", str(sheet), *seeds]) == 0
    assert "Document R" in sheet.with_name("sheet-texts.txt").read_text("utf-8")
    assert main(["second-reader", "--take", str(sheet), *seeds]) == 1
    assert "Nothing was taken over. Rows left empty: 16." in capsys.readouterr().out
    told = sheet.read_text("utf-8-sig")
    row = next(line for line in told.splitlines() if line.startswith("R01,"))
    sheet.write_text(told.replace(row, row.rstrip(",") + ",fact,reported,2,,,,,"), "utf-8")
    assert main(["second-reader", "--take", str(sheet), "--reader", "curator 3", *seeds]) == 0
    assert "Readings by 'curator 3' taken over: 1. Rows left empty: 15." in capsys.readouterr().out
    after = (second_copy / "readings.csv").read_text("utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).startswith("curator-3-r01,R01,")
    assert main(["check", *seeds]) == 0


def test_a_wrong_row_is_told_and_nothing_is_written(second_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, before = second_copy.parent / "sheet.csv", (second_copy / "readings.csv").read_bytes()
    sheet.write_text(
        "claim,document,quote,kind,modality,credibility,operator,value,low,high,unit\n"
        "R01,R,Copper leaves Port Ansel at night,fact,certain,2,,,,,\n",
        "utf-8",
    )
    assert main(["second-reader", "--take", str(sheet), "--seeds", str(second_copy)]) == 1
    assert "sheet.csv, row 2, modality" in capsys.readouterr().out
    assert (second_copy / "readings.csv").read_bytes() == before


def test_a_sheet_that_is_not_there_is_told(second_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["second-reader", "--take", "none.csv", "--seeds", str(second_copy)]) == 2
    remedy = "Give the sheet that --out has written, filled in."
    assert capsys.readouterr().err == f"'none.csv': there is no such file. {remedy}\n"
