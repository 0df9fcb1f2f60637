"""What an edition holds is opened with care: only as it was sealed, and nothing leads out of its folder."""

import base64
import io
import zipfile
from pathlib import Path

import pytest

import data.editions.sealing as of
from data.editions.sealing import FOLDER, SEAL_TAG, NoEdition, block, opened, packed, sealed
from data.export.verify import seal_of
from data.reading.seeds import SEEDS, fingerprint, read_evidence
from data.recording import headline_of
from tests.cases.second_case import SECOND_CASE
from tests.data.editions.small_edition import small_edition


def with_zip(*files: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An edition with a zip of its own, soundly sealed by a stranger."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for name, content in files:
            zipped.writestr(zipfile.ZipInfo(name), content, how)
    return with_evidence(base64.b64encode(written.getvalue()).decode())


def with_evidence(told: object, headline: object = None) -> bytes:
    return sealed(f"<head>{SEAL_TAG}</head>{block('evidence', told)}{block('headline', headline)}")


@pytest.mark.parametrize("folder", [SECOND_CASE, SEEDS], ids=["second case", "own"])
def test_an_edition_gives_back_its_folder_and_its_headline(folder: Path, tmp_path: Path) -> None:
    edition = small_edition(folder)
    found = opened(edition)
    assert found.seal == seal_of(edition)
    evidence = read_evidence(found.write(tmp_path))
    assert evidence.fingerprint == fingerprint(folder) == found.told["fingerprint"]
    assert evidence.changes == read_evidence(folder).changes
    assert repr(found.headline) == repr(headline_of(evidence))
    assert (found.words, found.told["version"]) == ("no number", evidence.case.version)


def test_the_same_evidence_is_the_same_bytes_wherever_it_stands(tmp_path: Path) -> None:
    assert small_edition(opened(small_edition(SECOND_CASE)).write(tmp_path)) == small_edition(SECOND_CASE)
    (tmp_path / FOLDER / "desktop.ini").write_text("left by a system")
    assert packed(tmp_path / FOLDER) == packed(SECOND_CASE)


def test_an_edition_that_was_changed_is_not_opened() -> None:
    with pytest.raises(NoEdition, match="it was changed after it was sealed"):
        opened(small_edition(SECOND_CASE).replace(b"2031: opened", b"2031: closed"))


@pytest.mark.parametrize("html", ["<p>no seal</p>", SEAL_TAG.replace("0", "1"), f"{SEAL_TAG}\r\n"])
def test_what_has_no_place_for_a_seal_or_a_carriage_return_is_not_sealed(html: str) -> None:
    with pytest.raises(ValueError, match="one seal of zeros first"):
        sealed(html)


def test_words_in_a_block_do_not_end_it() -> None:
    html = block("one", "</script><script>alert(1)</script><!-- &amp;")
    assert html.count("<") == 2
    assert "&" not in html


@pytest.mark.parametrize("content", [b"", b"<p>a page</p>", b"\x00" * 5_000, b"<script " * 20_000])
def test_a_file_that_is_no_edition_is_refused(content: bytes) -> None:
    with pytest.raises(NoEdition, match="it is no edition"):
        opened(content)


@pytest.mark.parametrize(
    "name",
    [
        "../case.toml", "seeds/../../case.toml", "/etc/passwd", "seeds//case.toml", "seeds/./case.toml", "case.toml",
        "other/case.toml", "seeds/C:case.toml", "seeds/..\\case.toml", "seeds/a\nb", "seeds/ case.toml", "seeds/x.",
        f"seeds/{'x' * 300}",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(NoEdition, match="which is no file of a seeds folder"):
        opened(with_zip((name, b"x")))


def test_what_unpacks_to_too_much_is_refused_whatever_it_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of, "LARGEST_FOLDER", 1_000_000)
    bomb = with_zip(("seeds/one", b"0" * 700_000), ("seeds/two", b"0" * 700_000))
    assert len(bomb) < 10_000
    with pytest.raises(NoEdition, match="its evidence unpacks to more than 1 MB"):
        opened(bomb)
    monkeypatch.setattr(of, "MOST_FILES", 1)
    with pytest.raises(NoEdition, match="more than 1 files"):
        opened(bomb)
    monkeypatch.setattr(of, "LARGEST_FILE", 1_000)
    with pytest.raises(NoEdition, match="it is larger than"):
        opened(bomb)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (with_evidence("no base64!"), "is no zip that can be opened"),
        (with_evidence(["a list"]), "is no zip that can be opened"),
        (with_evidence(base64.b64encode(b"PK\x05\x06 and so on").decode()), "is no zip that can be opened"),
        (with_zip(("seeds/a", b"x"), how=zipfile.ZIP_LZMA), "encrypted, or packed in another way"),
        (with_zip(("seeds/a", b"x"), ("seeds/a/b", b"x")), "a file and a folder of one name"),
        (sealed(f'{SEAL_TAG}<script id="evidence">{"[" * 100_000}</script>'), "its block evidence cannot be read"),
    ],
)  # fmt: skip
def test_evidence_that_is_no_folder_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(NoEdition, match=why):
        opened(content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused() -> None:
    with pytest.raises(NoEdition, match="two files"):
        opened(with_zip(("seeds/case.toml", b"x"), ("seeds/case.toml", b"y")))


def test_a_headline_of_strange_values_is_left_out() -> None:
    strange = {"numbers": {"operator": 3, "reported": "x", "q50": 5, "q95": 10**400, "other": 1}, "words": ["x"]}
    zipped = base64.b64encode(b"PK\x05\x06" + bytes(18)).decode()
    found = opened(with_evidence(zipped, strange))
    assert (found.headline.operator, found.headline.q50, found.words, dict(found.files)) == ("", 5.0, "", {})
    assert found.headline.reported != found.headline.reported
