"""What the extractors make of files: words, places of lines, what is refused; and that they are shut in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.intake.extract import of_docx, of_eml, of_html, of_pdf
from data.intake.extract.running import extraction
from data.intake.refusals import NotTaken
from data.models.evidence import Document
from data.reading.seeds import read_evidence
from tests.data.intake.written_files import W, docx, mail, page, pdf, pdf_of, relation, zipped

EVIDENCE = read_evidence()
A, B = EVIDENCE.documents
WRITTEN: dict[str, tuple[Callable[[bytes], dict[str, Any]], Callable[[list[str]], bytes]]] = {
    "docx": (of_docx.extracted, docx),
    "html": (of_html.extracted, page),
    "pdf": (of_pdf.extracted, pdf),
    "pdf in two columns": (of_pdf.extracted, lambda words: pdf(words, 2)),
    "pdf written across its columns": (of_pdf.extracted, lambda words: pdf(words, 2, across=True)),
}


def quotes_found(document: Document, kind: str) -> int:
    """How many quotes of a document stand, letter for letter, in what is read of its words in a file of a kind."""
    read, write = WRITTEN[kind]
    text = read(write(document.text.split("\n")))["text"]
    return sum(claim.quote in text for claim in EVIDENCE.claims_of(document.id))


@pytest.mark.parametrize(("document", "quotes"), [(A, 45), (B, 27)], ids=["A", "B"])
@pytest.mark.parametrize("kind", WRITTEN)
def test_every_quote_of_a_document_is_found_in_its_file(document: Document, quotes: int, kind: str) -> None:
    assert quotes_found(document, kind) == quotes


def test_a_table_and_a_page_in_order_of_its_columns_stay_as_they_are() -> None:
    table = "Port Ansel          40 trips\nPort Bel            12 trips"
    assert of_pdf.one_by_one("Port Ansel 40 trips\nPort Bel 12 trips", table) == ""
    left, right = "The lock keepers wrote every", "barge into their own books"
    assert of_pdf.one_by_one(f"{left}\n{right}", f"{left}      {right}") == ""
    assert of_pdf.one_by_one(f"A title\n{left} {right}", f"A title\n{left}      {right}") == f"A title\n{left}\n{right}"


LINES = """A report on fi-
nance in twenty-
five pages, anti-air and anti-
aircraft, eﬃcient, 2024-
25 and govern\u00ad
ment   of the north, salt-
for-copper, over the end of a year—

a page.
A second paragraph begins, and is as long as the
others are."""


FOLDED = (
    "A report on finance in twenty-five pages, anti-air and anti-aircraft, efficient, 2024-25 and government of the "
    "north, salt-for-copper, over the end of a year—a page."
)


def test_lines_of_a_pdf_become_paragraphs_and_each_step_is_named() -> None:
    text, steps = of_pdf.folded(LINES)
    assert text.split("\n") == [
        FOLDED,
        "A second paragraph begins, and is as long as the others are.",
    ]
    assert steps == ["ligatures spelled out", "hyphens at line ends joined", "white space and line ends folded"]
    assert of_pdf.folded("왜 이 글이\n두 줄인가 분\n分成两个\n行行。")[0] == "왜 이 글이 두 줄인가 분 分成两个行行。"
    assert of_pdf.folded("One line.") == ("One line.", [])
    assert of_pdf.folded("One  line .") == ("One line.", ["white space and line ends folded"])


def test_a_korean_word_divided_at_the_end_of_a_line_is_whole_where_the_text_shows_it() -> None:
    text, _ = of_pdf.folded("조사 기관은 배를\n보았다 . 이 조\n사 기관\n은 다시")
    assert text == "조사 기관은 배를 보았다. 이 조사 기관은 다시"


def test_a_space_at_a_change_of_font_goes_and_one_that_is_on_the_page_stays() -> None:
    written = "사무소는  2031 년  5 월에  구리  25,000 톤 이\n40 barges 라고  밝혔다 .\nA row elsewhere 줄"
    drawn = "   사무소는 2031년 5월에   구리 25,000 톤 이      A side\n\n40 barges라고 밝혔다."
    close = of_pdf.as_drawn(written, drawn)
    assert close == "사무소는  2031년  5월에  구리  25,000 톤 이\n40 barges라고  밝혔다.\nA row elsewhere 줄"


def test_where_lines_keep_their_last_space_a_full_one_without_it_ends_inside_a_word() -> None:
    lines = ["이 배는 모두 마흔 ", "척이고 그 가운데 ", "열은 오지 않았다", "고 사무소가 전해 ", "까닭은 모른다"]
    whole = "이 배는 모두 마흔 척이고 그 가운데 열은 오지 않았다고 사무소가 전해 까닭은 모른다"
    assert of_pdf.folded("\n".join(lines))[0] == whole
    stripped = "\n".join(line.strip() for line in lines)
    assert "않았다 고 " in of_pdf.folded(stripped)[0]  # nobody can tell


def test_breaks_and_notes_of_a_word_file_are_words_apart() -> None:
    note = f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    more = {"word/footnotes.xml": note, "word/_rels/document.xml.rels": relation("footnotes", "footnotes.xml")}
    told = of_docx.extracted(docx(["40\ntrips", "End."], more=more))
    assert told["text"] == "40\ntrips\nEnd.\nA note.\n"
    assert told["steps"] == ["foot- and endnotes put at the end"]


HIGH = "digits that were set high written so"
LONG = "in the first half of the year, as the keepers of the port have told."


def test_the_mark_of_a_note_is_no_digit_of_the_number_before_it() -> None:
    high = page(["They made 40@1[ trips and carried 5 × 10@6[ kg by the 5@th[, " + LONG])
    told = of_html.extracted(high.replace(b"@", b"<sup>").replace(b"[", b"</sup>"))
    assert told["text"] == f"They made 40¹ trips and carried 5 × 10⁶ kg by the 5th, {LONG}"
    assert told["steps"] == ["menus, scripts and comments left out", HIGH]
    run = "<w:r><w:rPr><w:vertAlign w:val='{}'/></w:rPr><w:t>2</w:t></w:r>"
    up, down = (f"</w:t></w:r>{run.format(way)}<w:r><w:t xml:space='preserve'>" for way in ("superscript", "subscript"))
    told = of_docx.extracted(docx(["40{} trips of CO{}"], marks=(up, down)))
    assert (told["text"], told["steps"]) == ("40² trips of CO2\n", [HIGH])


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("(Over 500,000) Tj 4 Ts /F1 6 Tf (2) Tj 0 Ts /F1 9 Tf ( tonnes came.) Tj", "Over 500,000² tonnes came."),
        (
            "(Over 40) Tj /F1 6 Tf 60 4 Td (2, 13) Tj /F1 9 Tf 9 -4 Td ( trips were made.) Tj",
            "Over 40², ¹³ trips were made.",
        ),
        ("(They saw CO) Tj /F1 6 Tf 60 -2 Td (2) Tj /F1 9 Tf 9 2 Td ( in 12 of it.) Tj", "They saw CO 2 in 12 of it."),
        (
            "(Of CO) Tj /F1 6 Tf (2) Tj /F1 9 Tf ( over ) Tj /F1 6 Tf (20) Tj /F1 9 Tf ( were left.) Tj",
            "Of CO2 over 20 were left.",
        ),
    ],
    ids=["raised", "higher", "lower", "nobody can tell"],
)
def test_digits_of_a_pdf_that_stand_higher_in_smaller_type_are_set_high(drawn: str, text: str) -> None:
    told = of_pdf.extracted(pdf_of(f"BT /F1 9 Tf 50 700 Td {drawn} ET".encode()))
    assert told["text"] == text
    assert (HIGH in told["steps"]) == ("²" in text)


ENTITY = '<!DOCTYPE d [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
LOCKED = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")>>/ID[(1)(1)]"


@pytest.mark.parametrize(
    ("read", "content", "why"),
    [
        (of_docx.extracted, docx(["Words"], ENTITY), "entity"),
        (of_docx.extracted, docx(["Words"], more={"word/settings.xml": ENTITY + "<s/>"}), "entity"),
        (of_docx.extracted, docx(["Words"], more={"word/media/x.bin": "0" * 60_000_001}), "bomb"),
        (of_docx.extracted, docx(["Words"], more={f"{number}.bin": "" for number in range(2_001)}), "bomb"),
        (of_docx.extracted, zipped({"mimetype": "x"}), "damaged"),
        (of_pdf.extracted, pdf_of(b"0 0 100 100 re f"), "scanned"),
        (of_eml.extracted, b"From: a\nContent-Type: text/plain; charset=klingon\n\nForty", "encoding"),
        (of_eml.extracted, b"From: a\nContent-Type: text/plain; charset=utf-8\n\n\xd1\xee\xf0", "encoding"),
        (of_pdf.extracted, pdf(["Words"], trailer=LOCKED), "encrypted"),
    ],
    ids=[
        "entity",
        "entity in another part",
        "bomb",
        "thousands of parts",
        "no body",
        "scanned",
        "mail in letters that there are not",
        "mail in other letters",
        "locked",
    ],
)
def test_a_file_that_is_not_read_is_named(read: Callable[[bytes], dict[str, Any]], content: bytes, why: str) -> None:
    assert read(content) == {"refused": why}


def test_nothing_of_a_page_but_its_words_is_taken() -> None:
    words = ["Forty trips were counted by the port in the first half of the year.", "<b>5 < 6</b>"]
    told = of_html.extracted(page(words, more="<script>document.write('ran')</script><style>p{}</style>"))
    assert told["text"] == "\n".join(words)
    assert of_html.extracted(b"<p></p><script>x</script>")["text"] == ""


def test_of_a_mail_head_and_plain_part_are_taken_and_attachments_named() -> None:
    told = of_eml.extracted(mail("text/plain", "Forty trips."))
    assert told["head"] == "From: A <a@port.example>\nDate: Mon, 06 Oct 2031 10:00:00 +0000\nSubject: Salt é"
    assert told["text"].strip() == "Forty trips."
    assert told["steps"] == ["attachments left out: ledger.pdf"]


REACHES_OUT = """
import os, socket, subprocess
def attempt(name, act):
    try:
        act()
    except (OSError, MemoryError) as fault:
        return f"{name}: {type(fault).__name__}"
    return f"{name}: done"
def extracted(content):
    told = [
        attempt("connection", lambda: socket.create_connection(("127.0.0.1", 9))),
        attempt("address", lambda: socket.getaddrinfo("localhost", 80)),
        attempt("program", lambda: subprocess.run(["true"])),
        attempt("shell", lambda: os.system("true")),
        attempt("file", lambda: open("written.txt", "w")),
        attempt("folder", lambda: os.mkdir("made")),
        attempt("memory", lambda: bytearray(500_000_000)),
    ]
    return {"text": os.getcwd(), "extractor": "hostile", "steps": [*told, str(sorted(os.environ))]}
"""


def test_an_extractor_reaches_neither_network_nor_programs_nor_files_nor_more_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(tmp_path, monkeypatch, REACHES_OUT)
    monkeypatch.setenv("A_SECRET", "x")
    made = extraction("hostile", b"")
    *outcomes, environment = made.steps
    assert outcomes == [
        "connection: PermissionError", "address: PermissionError", "program: PermissionError", "shell: PermissionError",
        "file: PermissionError", "folder: PermissionError", "memory: MemoryError",
    ]  # fmt: skip
    assert "A_SECRET" not in environment
    assert not Path(made.text).exists()  # its folder is gone with it


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("import time\ndef extracted(content): time.sleep(60)", "takes too long"),
        ("import no_such_library", "python -m pip install -r requirements-intake.txt"),
        ("import os\ndef extracted(content): os.abort()", "it is damaged"),
        ("import os\ndef extracted(content): os.kill(os.getpid(), 9)", "more memory than is given"),
    ],
    ids=["long", "not installed", "broken off", "ended by the system"],
)
def test_an_extractor_that_does_not_answer_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, sentence: str
) -> None:
    _use(tmp_path, monkeypatch, script)
    monkeypatch.setattr("data.intake.extract.running.LONGEST_WAIT", 0.8 if "sleep" in script else 30)
    with pytest.raises(NotTaken, match=sentence):
        extraction("hostile", b"")


def test_where_no_process_can_be_started_pasting_is_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.intake.extract.running.sys.executable", str(tmp_path / "missing"))
    with pytest.raises(NotTaken, match="paste them as text"):
        extraction("pdf", b"%PDF-")


def _use(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script stand among the extractors, for files of the kind `hostile`."""
    child = Path(of_pdf.__file__).with_name("child.py")
    (folder / "child.py").write_bytes(child.read_bytes())
    (folder / "of_hostile.py").write_text(script)
    monkeypatch.setattr("data.intake.extract.running.SCRIPTS", folder)
