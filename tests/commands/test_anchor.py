"""python -m barrelwatch anchor: the keys of a claim, ready to paste."""

from pathlib import Path

import pytest
import tomli

from barrelwatch import main


def test_the_keys_of_each_place_are_toml_to_paste(second_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anchor", "port ansel", "--document", "night-broadcast", "--seeds", str(second_case)]) == 0
    first = capsys.readouterr().out.split("\n\n")[0]
    assert first.startswith("# place 1 of ")
    keys = tomli.loads(first)
    text = (second_case / "documents" / "night-broadcast" / "text.txt").read_text("utf-8")
    assert keys["quote"] == text[keys["start"] : keys["end"]] == "Port Ansel"
    assert (keys["prefix"], keys["suffix"]) == (text[: keys["start"]], text[keys["end"] : keys["end"] + 32])


def test_words_that_end_inside_a_word_are_given_whole(second_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anchor", "copper leav", "--document", "night-broadcast", "--seeds", str(second_case)]) == 0
    told = capsys.readouterr().out
    assert "taken in whole: the words end inside a word" in told
    assert "quote = 'Copper leaves'" in told


def test_words_that_stand_nowhere_end_with_1_and_an_unknown_document_with_2(
    second_case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["anchor", "gold", "--document", "night-broadcast", "--seeds", str(second_case)]) == 1
    assert "these words do not stand in document" in capsys.readouterr().out
    assert main(["anchor", "gold", "--document", "../case", "--seeds", str(second_case)]) == 2
    assert "there is no such document. There are: harbour-letter, " in capsys.readouterr().err
