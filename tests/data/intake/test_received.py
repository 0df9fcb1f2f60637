"""What is taken in, and under what sentence the rest is not."""

import hashlib
from datetime import UTC, datetime

import pytest

from data.intake.decoding import page_of, without_controls
from data.intake.received import PASTED, Received, receive
from data.intake.refusals import NotTaken
from tests.data.intake.written_files import docx, mail, page, pdf, pdf_of, zipped

NOON = datetime(2031, 10, 6, 12, tzinfo=UTC)
WORDS = "Forty trips were counted in the port.\r\nNobody saw the others: 구 🚢.\n"


def taken(name: str, content: bytes, address: str = "") -> Received:
    return receive(name, content, address, NOON)


def test_pasted_words_stay_as_they_are_to_the_last_byte() -> None:
    got = taken(PASTED, WORDS.encode(), " https://www.port.example/news ")
    assert got.text == WORDS
    assert (got.content, got.suffix, got.received_at) == (WORDS.encode(), "txt", NOON)
    assert got.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert (got.address, got.made_by) == ("https://www.port.example/news", "as received")


@pytest.mark.parametrize(
    ("content", "steps"),
    [
        (b"\xef\xbb\xbf" + WORDS.encode(), ("byte order mark taken off",)),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), ("decoded from UTF-16",)),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ("decoded from UTF-16",)),
    ],
    ids=["UTF-8 with a mark", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_a_text_that_says_which_letters_it_has_is_decoded_and_the_step_kept(
    content: bytes, steps: tuple[str, ...]
) -> None:
    got = taken("report.TXT", content)
    assert (got.text, got.steps, got.content) == (WORDS, steps, content)


def test_a_file_comes_in_under_the_last_part_of_its_name_by_its_extractor() -> None:
    words = ["Forty trips were counted in the port in the first half of the year."]
    got = taken(r"C:\papers\a.PDF", pdf(words))
    assert (got.name, got.suffix, got.text, got.steps) == ("a.PDF", "pdf", words[0], ())
    assert got.extractor.startswith("pypdf ")


def test_a_mail_written_as_a_page_is_read_as_one_behind_its_head() -> None:
    got = taken(
        "a.eml", mail("text/html", "<html><body><p>Some 10\x9620 trips were counted in the port.</p></body></html>")
    )
    assert got.text.endswith("Subject: Salt é\n\nSome 10–20 trips were counted in the port.")
    assert {"attachments left out: ledger.pdf", "sender, day and subject put before the text"} <= set(got.steps)
    assert ", trafilatura " in got.extractor


def test_a_page_is_decoded_as_it_says_itself() -> None:
    page_in_korean = page(["port"]).replace(b"utf-8", b"euc-kr").replace(b"port", "항구".encode("euc-kr"))
    text, steps = page_of(page_in_korean)
    assert "<p>항구</p>" in text
    assert steps == ("decoded from euc-kr, as the page says",)
    assert page_of(page(["항구"]).replace(b"utf-8", b"euc-kr")) == (
        page(["항구"]).decode().replace("utf-8", "euc-kr"),
        (),
    )


def test_what_parts_two_numbers_goes_on_parting_them_though_it_is_no_character() -> None:
    words = "The ships made 10\x9620 trips, they won\x92t stop.\x0cOver 5\x018 \x0235 were seen.\x81"
    assert without_controls(words) == (
        "The ships made 10–20 trips, they won’t stop.\nOver 5\ufffd8 35 were seen.",
        ("dashes and marks of Windows-1252 read as such", "control characters left out"),
    )
    ships = b"The ships made 10\x9620 trips, they won\x92t stop. "
    latin = page(["WORDS"]).replace(b"utf-8", b"iso-8859-1").replace(b"WORDS", 9 * ships)
    got = taken("a.html", latin)
    assert (
        got.text == 8 * "The ships made 10–20 trips, they won’t stop. " + "The ships made 10–20 trips, they won’t stop."
    )
    assert got.steps[:2] == (
        "decoded from iso-8859-1, as the page says",
        "dashes and marks of Windows-1252 read as such",
    )


def test_a_page_in_the_letters_that_browsers_mean_by_the_name_it_gives_is_read() -> None:
    korean = page(["port"]).replace(b"utf-8", b"euc-kr").replace(b"port", "펲시 뷁 40회".encode("cp949"))
    assert "<p>펲시 뷁 40회</p>" in page_of(korean)[0]
    assert "<p>won’t</p>" in page_of(page(["won’t"]).replace(b"utf-8", b"us-ascii").decode().encode("cp1252"))[0]


NOT_TAKEN = {
    "empty": ("a.txt", b"", "The file is empty."),
    "5 MB and a byte": ("a.txt", b"a" * 5_000_001, "larger than 5 MB"),
    "spaces": ("a.txt", b" \n\t ", "No words stand in it"),
    "signs": ("a.txt", "— … —".encode(), "No words stand in it"),
    "NUL": ("a.txt", b"Forty trips were \0 counted in the port.", "NUL characters"),
    "UTF-16 without a mark": ("a.txt", "Forty trips".encode("utf-16-le"), "looks like UTF-16"),
    "UTF-32": ("a.txt", "Forty trips".encode("utf-32"), "not in UTF-8"),
    "UTF-16 cut off": ("a.txt", "Forty".encode("utf-16")[:-1], "not in UTF-8"),
    "Windows-1251": ("a.txt", "Сорок рейсов".encode("cp1251"), "save it as UTF-8"),
    "page of unknown letters": ("a.html", b"<html><p>\xd1\xee\xf0</p>", "not in UTF-8"),
    "page with letters that there are not": ("a.html", b"<html><meta charset='zip'>\xd1", "not in UTF-8"),
    "page in what are no letters": ("a.html", b"<html><meta charset='unicode_escape'>\xd1", "not in UTF-8"),
    "page as PDF": ("a.pdf", page(["Words"]), "a PDF, and its bytes are those of a web page"),
    "page as text": ("a.txt", page(["Words"]), "ends in .html"),
    "PDF as text": ("a.txt", pdf(["Words"]), "ends in .pdf"),
    "text as page": ("a.html", b"Forty trips", "ends in .txt"),
    "text as mail": ("a.eml", b"Forty trips", "ends in .txt"),
    "text as PDF": ("a.pdf", b"Forty trips", "its bytes are nothing of the kind"),
    "Word as PDF": ("a.pdf", docx(["Words"]), "ends in .docx"),
    "archive as Word": ("a.docx", zipped({"a.txt": "Words"}), "an archive, and no Word file"),
    "locked Word file": ("a.docx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "locked with a password"),
    "picture": ("a.pdf", b"\x89PNG\r\n", "OCR"),
    "kind nobody reads": ("a.odt", b"Forty trips", "of the kind .odt are not read"),
    "no ending": ("report", b"Forty trips", "no ending"),
    "PDF that names no letters": (
        "a.pdf",
        pdf_of(b"BT /F1 9 Tf (40 \\001\\002\\003\\001 abc) Tj ET"),
        "letters of this PDF",
    ),
    "damaged PDF": ("a.pdf", b"%PDF-1.4\nForty trips", "cannot be read"),
}


@pytest.mark.parametrize(("name", "content", "sentence"), NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_what_is_not_taken_is_told_in_a_sentence_with_a_remedy(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(NotTaken) as refusal:
        taken(name, content)
    assert sentence in str(refusal.value)
    assert all(told.endswith(".") and told.isprintable() for told in (refusal.value.what, refusal.value.remedy))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("port.example", "begins with https://"),
        ("javascript:alert(1)", "begins with https://"),
        ("https://a:b@port.example/", "name or password"),
        (f"https://port.example/{'a' * 1_000}", "at most 1,000 characters"),
    ],
)
def test_an_address_is_one_or_is_not_taken(address: str, sentence: str) -> None:
    with pytest.raises(NotTaken, match=sentence):
        taken(PASTED, b"Forty trips", address)


def test_five_megabytes_are_taken() -> None:
    assert len(taken("a.txt", b"a" * 5_000_000).text) == 5_000_000
