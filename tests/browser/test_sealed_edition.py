"""An edition opened from a disk, without a network: the reader's browser says whether it is what was sealed."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import components.edition
from components.edition.whole import edition
from data.export.verify import places, seal_of
from data.reading.seeds import read_evidence
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def made() -> bytes:
    return edition(read_evidence(SECOND_CASE), SECOND_CASE, "made.html")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def opened(page: Page, content: bytes, folder: Path) -> None:
    (folder / "made.html").write_bytes(content)
    page.goto((folder / "made.html").as_uri())


def test_a_sound_edition_says_that_it_is_as_it_was_sealed(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, made, tmp_path)
    expect(page.locator("#checked")).to_contain_text("✓ Checked by your browser: this file is as it was sealed")


def with_byte(made: bytes, key: str) -> bytes:
    """An edition with another letter in the middle of a part."""
    begin, end = places(made)[key]
    place = next(at for at in range((begin + end) // 2, end) if made[at : at + 2].isalnum())
    return made[:place] + (b"x" if made[place : place + 1] != b"x" else b"y") + made[place + 1 :]


@pytest.mark.parametrize("what", ["timeline", "#cards", "#evidence", "#style", "#parts", "head", "seal", "end"])
def test_a_changed_edition_says_that_it_was_changed(page: Page, made: bytes, tmp_path: Path, what: str) -> None:
    changes = {
        "head": lambda: made.replace(b"<title>", b"<title>x", 1),
        "seal": lambda: made.replace(seal_of(made).encode(), b"0" * 64, 1),
        "end": lambda: made + b"<p>And so on.",
    }
    opened(page, changes.get(what, lambda: with_byte(made, what))(), tmp_path)
    expect(page.locator("#checked")).to_have_attribute("data-how", "changed")
    expect(page.locator("#checked")).to_contain_text("✗ This file ")


@pytest.mark.parametrize(
    ("old", "named"),
    [
        ('<p class="case">', "Its title and the names of its pages."),
        ("<h1>", "Overview."),
        ('id="headline">{"', "The numbers of its headline."),
    ],
)
def test_what_a_reader_sees_above_and_within_a_page_is_named(
    page: Page, made: bytes, tmp_path: Path, old: str, named: str
) -> None:
    place = made.index(old.encode()) + len(old)
    opened(page, made[:place] + b"X" + made[place + 1 :], tmp_path)
    expect(page.locator("#checked")).to_have_text(f"✗ This file was changed after it was sealed: {named}")


def test_of_an_edition_whose_script_was_changed_nothing_is_shown(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, with_byte(made, "#run"), tmp_path)
    expect(page.locator("#checked")).to_contain_text("If nothing stands below this line, the file was changed")
    assert page.locator("main").count() == 0


# As the edition's own script judges them, in a page whose policy lets none of theirs run: no page is made of a copy.
SEAL = (Path(components.edition.__file__).parent / "seal.js").read_text("utf-8")
JUDGED = f"""async ([given, changes]) => {{
  {SEAL}
  const sound = Uint8Array.from(atob(given), (one) => one.charCodeAt(0)), told = [];
  for (const [at, byte] of changes) {{
    const bytes = sound.slice();
    bytes[at] = byte;
    const frame = document.createElement("iframe"), loaded = new Promise((done) => (frame.onload = done));
    frame.src = URL.createObjectURL(new Blob([bytes], {{ type: "text/html" }}));
    frame.hidden = true;
    document.body.append(frame);
    await loaded;
    told.push([(await judged(read(frame.contentDocument))).how, (await judged(taken(bytes))).how]);
    frame.remove();
  }}
  return told;
}}"""


def test_each_of_many_single_bytes_that_were_changed_is_seen_in_the_page_and_in_the_bytes(
    browser: Browser, made: bytes
) -> None:
    context = browser.new_context()
    policy = {"content-security-policy": "script-src 'none'"}
    context.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html", headers=policy))
    page, chance = context.new_page(), Random(14)
    page.goto("https://edition.test/")
    places_changed = [chance.randrange(len(made)) for _ in range(50)]
    changes = [(at, chance.choice([byte for byte in range(256) if byte != made[at]])) for at in places_changed]
    told = page.evaluate(JUDGED, [b64encode(made).decode(), [(0, made[0]), *changes]])
    context.close()
    assert told == [["sound", "sound"], *[["changed", "changed"]] * 50]


def test_a_tag_written_otherwise_is_seen_when_the_file_is_handed_over(page: Page, made: bytes, tmp_path: Path) -> None:
    other = made.replace(b"<meta charset", b"<META charset", 1)
    opened(page, other, tmp_path)
    expect(page.locator("#checked")).to_have_attribute("data-how", "sound")  # a browser tells no script of it
    page.locator("nav a[href='#about']").click()
    found = handed_over(page, other, tmp_path / "other.html")
    expect(found).to_have_text(
        re.compile("✗ “other.html” is not as it was sealed.* outside its pages was changed; verify")
    )


def handed_over(page: Page, content: bytes, file: Path) -> Locator:
    """Hand a file over to the page about the edition; where it says what it found."""
    file.write_bytes(content)
    page.get_by_label("To have every byte of it checked").set_input_files(file)
    return page.locator(".bytewise + p")


def test_of_a_file_that_is_handed_over_it_is_said_what_it_is(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, made, tmp_path)
    page.locator("nav a[href='#about']").click()
    seal = f"Its seal: sha256:{seal_of(made)}"
    other = edition(read_evidence(SECOND_CASE), SECOND_CASE, "other.html")
    told = [  # one after the other: each leaves nothing of the one before
        ("sound", made, "sound", f"✓ Checked byte for byte: “sound” is as it was sealed, with its .* quotes. {seal}"),
        ("changed", with_byte(made, "timeline"), "changed", "✗ “changed” was changed after it was sealed: Timeline."),
        ("numbers", with_byte(made, "#headline"), "changed", ".* after it was sealed: The numbers of its headline."),
        ("other", other, "sound", f".* It is another edition than the one open here. .*{seal_of(other)}"),
        ("letter", b"<!doctype html><p>Dear all", "unknown", "“letter” is no edition: no seal stands in it."),
        ("nothing", b"", "unknown", "“nothing” is no edition: no seal stands in it."),
    ]
    for name, content, how, words in told:
        found = handed_over(page, content, tmp_path / name)
        expect(found).to_have_text(re.compile(words))
        expect(found).to_have_attribute("data-how", how)


def test_a_file_that_goes_away_before_it_is_read_is_said_to_be_unreadable(
    page: Page, made: bytes, tmp_path: Path
) -> None:
    opened(page, made, tmp_path)
    page.evaluate("() => { Blob.prototype.arrayBuffer = () => Promise.reject(new Error('gone')); }")
    expect(handed_over(page, made, tmp_path / "gone")).to_have_text("“gone” cannot be read.")


def test_a_reader_who_chooses_again_begins_with_nothing_chosen(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, made, tmp_path)
    page.locator("nav a[href='#about']").click()
    found = handed_over(page, made, tmp_path / "sound")
    expect(found).to_have_attribute("data-how", "sound")
    with page.expect_file_chooser():
        page.get_by_label("To have every byte of it checked").click()
    expect(found).to_be_empty()
    assert page.locator(".bytewise input").input_value() == ""


@pytest.mark.parametrize("name", ["checked", "panel"])
def test_an_edition_in_which_a_name_was_changed_still_says_so(
    page: Page, made: bytes, tmp_path: Path, name: str
) -> None:
    changed = made.replace(f'id="{name}"'.encode(), f'id="{name[1:]}"'.encode(), 1)
    assert changed != made
    opened(page, changed, tmp_path)
    expect(page.locator("[data-how='changed'][role='alert']")).to_contain_text("✗ This file ")


@pytest.mark.parametrize("odd", ["%", "overview+constructor", "__proto__+__proto__"])
def test_an_address_that_nobody_made_leads_to_the_first_page(page: Page, made: bytes, tmp_path: Path, odd: str) -> None:
    opened(page, made, tmp_path)
    page.goto(f"{page.url}#{odd}")
    page.reload()
    expect(page.locator("#checked")).to_have_attribute("data-how", "sound")
    expect(page.locator(".page.shown")).to_have_attribute("data-name", "overview")
    expect(page.locator("#panel")).to_be_hidden()


def test_forward_comes_back_to_the_place_that_back_left(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, made, tmp_path)
    page.locator("nav a[href='#documents']").click()
    page.evaluate("scrollTo(0, 150)")
    page.locator("nav a[href='#timeline']").click()
    for step, place in (("back", 150), ("forward", 0)):
        page.evaluate(
            f"new Promise((done) => {{ addEventListener('hashchange', done, {{ once: true }}); history.{step}() }})"
        )
        page.wait_for_function(f"scrollY === {place}")  # the browser's own place comes first


def test_a_card_that_was_found_gives_the_keyboard_back_to_the_search(page: Page, made: bytes, tmp_path: Path) -> None:
    opened(page, made, tmp_path)
    page.locator("#find").fill("p01")
    page.locator("#found a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_be_focused()


def test_the_search_reads_what_the_cards_say_and_not_how_their_file_is_written(
    page: Page, made: bytes, tmp_path: Path
) -> None:
    opened(page, made, tmp_path)
    for spelled in ("quot;", "amp;", "#10;"):
        page.locator("#find").fill(spelled)
        expect(page.locator("#many")).to_have_text("0 found")
    page.locator("#find").fill('"')
    expect(page.locator("#found a").first).to_be_visible()
    page.locator("#find").blur()
    page.keyboard.press("Control+/")
    expect(page.locator("#find")).not_to_be_focused()  # a key of the browser's
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_what_a_reader_opens_after_printing_stays_open_when_printed_again(
    page: Page, made: bytes, tmp_path: Path
) -> None:
    opened(page, made, tmp_path)
    expect(page.locator("#checked")).to_have_attribute("data-how", "sound")
    page.evaluate("['beforeprint', 'beforeprint', 'afterprint'].forEach((one) => dispatchEvent(new Event(one)))")
    assert page.locator(".annex").count() == 0
    page.evaluate("document.querySelector('details.fold:not(.table, [open])').dataset.mine = 'yes'")
    page.evaluate("document.querySelector('[data-mine]').open = true")
    page.evaluate("['beforeprint', 'afterprint'].forEach((one) => dispatchEvent(new Event(one)))")
    assert page.evaluate("document.querySelector('[data-mine]').open")


def test_a_title_of_long_words_is_no_wider_than_a_phone(page: Page, tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    plant(folder / "case.toml", "Salt of the Upper Vale", "Salt" * 60)
    opened(page, edition(read_evidence(folder), folder, "made.html"), tmp_path)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_blanks_in_front_of_a_text_are_no_change_of_it(page: Page, tmp_path: Path) -> None:
    folder = write_case(tmp_path / "salt", 1)
    _put_in_front(folder / "documents" / "report-01", " \n")
    content = edition(read_evidence(folder), folder, "made.html")
    opened(page, with_byte(content, "#style"), tmp_path)
    expect(page.locator("#checked")).to_have_text("✗ This file was changed after it was sealed: Its style.")


def _put_in_front(document: Path, blanks: str) -> None:
    text = (document / "text.txt").read_text("utf-8")
    told = (document / "evidence.toml").read_text("utf-8")
    told = told.replace(sha256(text.encode()).hexdigest(), sha256((blanks + text).encode()).hexdigest())
    moved = re.sub(r"(start|end) = (\d+)", lambda found: f"{found[1]} = {int(found[2]) + len(blanks)}", told)
    write(document / "text.txt", blanks + text)
    write(document / "evidence.toml", moved)
