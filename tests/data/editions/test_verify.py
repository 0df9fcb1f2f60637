"""verify.py names every change of an edition and of an unpacked data zip, and finds nothing where nothing is."""

import io
import random
import subprocess
import sys
import zipfile
from html import escape
from pathlib import Path

import pytest

from data.export import verify
from data.export.archive import archive
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE
from tests.data.editions.small_edition import small_edition
from tests.data.export.exported import exported

CHANGES, SEED = 10_000, 14


@pytest.fixture(scope="module")
def edition() -> bytes:
    return small_edition(SECOND_CASE)


def verified(target: Path, seal: str = "") -> tuple[int, list[str]]:
    told: list[str] = []
    return verify.verify(target, seal, told.append), told


def written(folder: Path, content: bytes) -> Path:
    (folder / "made.html").write_bytes(content)
    return folder / "made.html"


def test_an_edition_that_nobody_changed_is_as_sealed_in_every_part(edition: bytes, tmp_path: Path) -> None:
    code, told = verified(written(tmp_path, edition))
    assert code == 0
    assert told[:4] == [
        "The whole: as sealed.",
        "as sealed: Timeline",
        "as sealed: Documents",
        "as sealed: The seeds folder in it",
    ]
    assert "as sealed: Text of document P" in told
    assert "as sealed: Quote of claim P01" in told
    assert told[-1] == f"Its seal: sha256:{verify.seal_of(edition)}. Hold it against the one that its publisher gives."


def test_it_runs_alone_without_this_project(edition: bytes, tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_bytes(Path(verify.__file__).read_bytes())
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py")]
    made = written(tmp_path, edition.replace(b"2031: opened", b"2032: opened"))
    done = subprocess.run([*command, made], cwd=tmp_path, capture_output=True, text=True, check=False)
    place = edition.index(b"<h2>Timeline")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "The whole: CHANGED."
    assert f"CHANGED: Timeline (bytes {place:,} to {place + 36:,})" in done.stdout.splitlines()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2


def test_ten_thousand_changes_of_one_byte_are_each_named(tmp_path: Path) -> None:
    edition = small_edition(write_case(tmp_path / "salt", 1))
    chance, unnamed = random.Random(SEED), []
    for _ in range(CHANGES):
        place, byte = chance.randrange(len(edition)), chance.randrange(1, 256)
        changed = edition[:place] + bytes([edition[place] ^ byte]) + edition[place + 1 :]
        told: list[str] = []
        found = verify.places(changed)
        code = verify.judged(changed, found, verify.of_edition(changed, found), "", told.append)
        if code != 1 or not any(line.startswith(("CHANGED: ", "missing: ")) for line in told):
            unnamed.append(place)
    assert unnamed == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (b"2031: opened", b"2031: closed", ["CHANGED: Timeline (bytes "]),
        (b"<!--part:timeline-->", b"<!--part:timelime-->", ["missing: Timeline"]),
        (b"<title>Made", b"<title>Fake", ["CHANGED: somewhere outside the named parts"]),
        (b"<title>Made", b"<title>M\xffde", ["CHANGED: somewhere outside the named parts (at byte "]),
        (b"<title>Made", b"<title>M\rde", ["CHANGED: somewhere outside the named parts (at byte "]),
        (b'id="parts">[', b'id="parts">{', ["CHANGED: the list of parts, which cannot be read"]),
        (b'id="parts">[', b'id="parts">[1,', ["CHANGED: the list of parts, which cannot be read"]),
        (b'id="parts">[', b'id="parts">[{},', ["CHANGED: the list of parts, which cannot be read"]),
        (b'id="parts">[', b'id="parts">' + b"[" * 100_000, ["CHANGED: the list of parts, which cannot be read"]),
        (b"barrelwatch:seal", b"barrelwatch:sail", ["CHANGED: somewhere outside the named parts"]),
    ],
)
def test_what_was_changed_is_named(edition: bytes, tmp_path: Path, old: bytes, new: bytes, named: list[str]) -> None:
    assert edition.count(old) >= 1
    code, told = verified(written(tmp_path, edition.replace(old, new, 1)))
    found = [line for line in told if line.startswith(("CHANGED: ", "missing: "))]
    assert code == 1
    assert len(found) == len(named)
    assert all(line.startswith(begin) for line, begin in zip(found, named, strict=True))


def test_a_word_of_a_quote_is_named_with_its_claim_and_its_text(edition: bytes, tmp_path: Path) -> None:
    quote = exported("second case").evidence.claim_by_id["P02"].quote
    place = edition.index(escape(quote).replace("the", "t<b>h</b>e").encode())
    code, told = verified(written(tmp_path, edition[:place] + b"X" + edition[place + 1 :]))
    found = [line.partition(" (")[0] for line in told if line.startswith("CHANGED: ")]
    assert code == 1
    assert {"CHANGED: Documents", "CHANGED: Text of document P", "CHANGED: Quote of claim P02"} <= set(found)
    assert "CHANGED: Timeline" not in found


def test_a_file_that_was_sealed_anew_is_held_against_the_seal_that_was_told(edition: bytes, tmp_path: Path) -> None:
    of_publisher = f"sha256:{verify.seal_of(edition)}"
    assert verified(written(tmp_path, edition), of_publisher)[0] == 0
    forged = edition.replace(b"<title>Made", b"<title>Fake")
    forged = forged.replace(verify.seal_of(edition).encode(), verify.seal_of(forged).encode())
    assert verified(written(tmp_path, forged))[0] == 0
    code, told = verified(written(tmp_path, forged), of_publisher)
    assert code == 1
    assert "ANOTHER SEAL than the one you gave: this is not the file that its publisher sealed" in told


@pytest.mark.parametrize("content", [b"", b"<!doctype html><p>A page</p>", b"\x00\xff" * 500, b"<script " * 20_000])
def test_what_is_no_edition_is_called_so(tmp_path: Path, content: bytes) -> None:
    code, told = verified(written(tmp_path, content))
    assert (code, told) == (2, [f"{tmp_path / 'made.html'}: this is no edition. No seal stands in it."])
    assert verified(tmp_path / "nowhere")[0] == 2
    assert verified(tmp_path / ("x" * 400))[0] == 2
    assert verified(tmp_path)[0] == 2


def test_names_of_parts_do_nothing_to_a_console(tmp_path: Path) -> None:
    hostile = b'<script id="parts">[{"name": "\\u001b[2Jx\\ny", "key": "none", "sha256": ""}]</script>'
    code, told = verified(written(tmp_path, hostile))
    assert code == 1
    assert "missing: ?[2Jx?y" in told
    assert all(line.isprintable() for line in told)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, of = tmp_path_factory.mktemp("unpacked"), exported("formula texts")
    zipfile.ZipFile(io.BytesIO(archive(of.evidence, of.estimate, of.links))).extractall(folder)
    return folder


def test_an_unpacked_data_zip_is_as_sealed_in_every_file_and_quote(unpacked: Path) -> None:
    command = [sys.executable, "-I", "-S", "verify.py", "."]
    done = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "as sealed: File package/claims.csv" in done.stdout
    claims = exported("formula texts").evidence.claims
    assert done.stdout.count("as sealed: Quote of claim ") == len(claims) == 1


def test_a_quote_changed_in_a_table_is_named(unpacked: Path) -> None:
    table = unpacked / "package" / "claims.csv"
    before, claim = table.read_bytes(), exported("formula texts").evidence.claims[0]
    quote = claim.quote.encode()
    try:
        table.write_bytes(before.replace(quote, quote[:-1] + b"!", 1))
        code, told = verified(unpacked)
    finally:
        table.write_bytes(before)
    assert code == 1
    assert [line for line in told if line.startswith("CHANGED: ")] == [
        "CHANGED: File package/claims.csv", f"CHANGED: Quote of claim {claim.id}",
    ]  # fmt: skip


def test_a_list_that_names_a_file_elsewhere_reads_none(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "zip").mkdir()
    listed = '{"parts": [{"name": "elsewhere", "key": "../secret", "sha256": ""}]}'
    (tmp_path / "zip" / "parts.json").write_text(listed)
    assert "missing: elsewhere" in verified(tmp_path / "zip")[1]
