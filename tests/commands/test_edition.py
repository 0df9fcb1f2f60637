"""python -m barrelwatch edition --compare: what changed since an edition, or a plain reason why that cannot be said."""

import shutil
from pathlib import Path

import pytest

from barrelwatch import main
from data.editions.sealing import (
    SEAL_TAG,
    block,
    evidence_block,
    headline_block,
    opened,
    sealed,
)  # fmt: skip
from data.models.changes import Headline
from data.reading.seeds import read_evidence
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE
from tests.data.editions.small_edition import small_edition

IN_THE_FOLDER = "this would stand in the seeds folder. Name a file elsewhere."


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    return write_case(tmp_path / "salt", 1)


def edition_of(folder: Path, words: str = "as it was") -> Path:
    """An edition of a folder beside it, with words of its own for its headline; the folder need not be sound."""
    evidence = read_evidence(SECOND_CASE)
    held = evidence_block(folder) + headline_block(Headline(), words, evidence)
    path = folder.parent / "old.html"
    path.write_bytes(sealed(f"<head>{SEAL_TAG}</head>{held}"))
    return path


def test_it_says_row_by_row_what_changed_and_what_moved_the_headline(
    salt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = edition_of(salt)
    plant(salt / "limits.csv", ",500,", ",50,")
    plant(salt / "case.toml", "Salt of the Upper Vale", "Salt of the Lower Vale")
    out = tmp_path / "out.csv"
    assert main(["edition", "--compare", str(old), "--seeds", str(salt), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "What moved the headline, with the changed rows put in one after another:" in said
    assert "  1. limit salt-cap: limit: 500 tonnes → 50 tonnes.\n  The other 1 row moved nothing." in said
    assert "Limit salt-cap changed\n    value: 500 → 50\n" in said
    assert "Case changed\n    title: Salt of the Upper Vale → Salt of the Lower Vale\n" in said
    assert "The old edition itself says: as it was." in said
    assert out.read_bytes().decode("utf-8-sig").splitlines()[1].startswith("1,limit,salt-cap,changed,value,500,50,")


def test_two_editions_of_one_state_have_nothing_to_tell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("old.html", "new.html"):
        (tmp_path / name).write_bytes(small_edition(SECOND_CASE))
    assert main(["edition", str(tmp_path / "new.html"), "--compare", str(tmp_path / "old.html")]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed: both have dataset ")


def test_an_edition_of_a_format_that_is_no_longer_taken_gives_its_own_headline(
    salt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = Path(shutil.copytree(salt, salt.parent / "kept"))
    plant(salt / "case.toml", "format = 1", "format = 0")
    old = edition_of(salt, "reported = 90 tonnes")
    assert main(["edition", "--compare", str(old), "--seeds", str(kept)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("The evidence of this edition is not as today’s check asks (")
    assert "seeds/case.toml, format: this number is not in the list" in said
    assert "Then, as the edition itself says (dataset " in said
    assert "): reported = 90 tonnes.\nNow (dataset 0.1.0 " in said
    assert "reported 100 tonnes" in said


def test_an_unsound_folder_is_not_compared(salt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = edition_of(salt)
    plant(salt / "case.toml", "format = 1", "format = 0")
    assert main(["edition", "--compare", str(old), "--seeds", str(salt)]) == 1
    assert "Nothing was compared: only a sound folder or edition is." in capsys.readouterr().out


def test_a_file_of_a_stranger_is_refused_in_a_sentence(salt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = salt.parent / "old.html"
    for content, why in (
        (b"<p>a page</p>", "it is no edition: it has no seal, or no evidence in it."),
        (edition_of(salt).read_bytes() + b" ", "it was changed after it was sealed; verify.py says where."),
        (sealed(SEAL_TAG + block("evidence", "x")), "its evidence is no zip that can be opened."),
    ):
        old.write_bytes(content)
        assert main(["edition", "--compare", str(old), "--seeds", str(salt)]) == 2
        assert capsys.readouterr().err == f"'{old}': {why}\n"
    for given in (["--compare", f"{old}-1"], [f"{old}-1", "--compare", str(old)]):
        assert main(["edition", *given, "--seeds", str(salt)]) == 2
        assert capsys.readouterr().err == f"'{old}-1': there is no such file. Give an edition, or a seeds folder.\n"
    assert main(["edition", "--compare", "/dev/zero", "--seeds", str(salt)]) == 2
    assert "'/dev/zero': it is larger than 100 MB" in capsys.readouterr().err


def test_nothing_is_written_over_what_is_compared_or_into_the_folder(
    salt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = edition_of(salt)
    for out, why in ((old, "this is what is compared. Name another file."), (salt / "case.toml", IN_THE_FOLDER)):
        before = out.read_bytes()
        assert main(["edition", "--compare", str(old), "--seeds", str(salt), "--out", str(out)]) == 2
        assert capsys.readouterr().err == f"'{out}': {why}\n"
        assert out.read_bytes() == before
    for command in ("export", "deck", "edition"):
        assert main([command, str(salt / "limits.csv"), "--seeds", str(salt)]) == 2
        assert capsys.readouterr().err == f"'{salt / 'limits.csv'}': {IN_THE_FOLDER}\n"


def test_words_of_a_stranger_do_nothing_to_a_console(salt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = Path(shutil.copytree(salt, salt.parent / "mine"))
    plant(salt / "case.toml", "Salt of the Upper Vale", "Salt \\u001b[2J\\nof the Upper Vale")
    old = edition_of(salt, "\x1b[2J\x07")
    assert "\x1b" in opened(old.read_bytes()).words
    assert main(["edition", "--compare", str(old), "--seeds", str(mine)]) == 0
    said = capsys.readouterr().out
    assert "title: Salt \\x1b[2J of the Upper Vale → Salt of the Upper Vale" in said
    assert all(line.isprintable() for line in said.splitlines())
