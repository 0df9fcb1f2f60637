"""Three texts in three formats become claims of a sound folder through the page alone, counted action by action."""

from playwright.sync_api import expect

from data.reading.seeds import examine
from tests.browser.conftest import Editing, Visiting
from tests.browser.visit import STREAMLITS_OWN, Visitor
from tests.data.intake.written_files import page as web_page
from tests.data.intake.written_files import pdf

ENGLISH = "Rangers count\n\nOver 60 barges passed the lock in May 2031, said the Lock Office 🚢 on Thursday.\n"
KOREAN = (
    "갑문 사무소",
    "갑문 사무소는 2031년 5월에 구리 25,000톤 이상이 통과했다고 밝혔다. 선박 수는 알려지지 않았다.",
)
COLUMNS = (
    "The harbour master keeps a book of every vessel. It is open to anybody who asks for it in the morning.",
    "About 40 barges left the harbour in April 2031, the book says, and more of them than in any spring before.",
)
MOST_ACTIONS = 12


class Hand:
    """A person at the page: each click, choice and field filled in is an action."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page, self.actions = visitor, visitor.page, 0

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.visitor.rest()
        self._done()

    def write(self, name: str, text: str) -> None:
        self.page.get_by_label(name, exact=True).first.fill(text)
        self._done()

    def choose(self, name: str, option: str) -> None:
        field = self.page.get_by_role("combobox", name=name)
        field.evaluate(
            "(field) => field.scrollIntoView({ block: 'center' })"
        )  # a list that is open closes as one scrolls
        self.page.wait_for_timeout(200)
        field.click()
        self.page.get_by_role("option", name=option).first.click()
        self._done()

    def pick(self, words: str) -> None:
        self.page.get_by_role("radio", name=words).first.check(force=True)
        self._done()

    def mark(self, words: str) -> None:
        """Draw over words of the text with the mouse, as one selection."""
        self.page.evaluate(DRAWN_OVER, words)
        expect(self.page.get_by_role("region", name="Chosen words")).to_contain_text(words)
        self._done()

    def find(self, words: str) -> None:
        field = self.page.get_by_label("Find these words")
        field.fill(words)
        field.press("Enter")
        self.visitor.rest()
        self._done()

    def _done(self) -> None:
        self.actions += 1  # within a form nothing runs


DRAWN_OVER = """(words) => {
  const text = document.querySelector(".words-of-text");
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""


def keep(hand: Hand) -> None:
    hand.choose("How reliable is the source?", "C, fairly reliable")
    hand.write("Why?", "It keeps a list of its own.")
    hand.press("Keep this text")
    expect(hand.page.locator(".words-of-text[data-sent]")).to_be_visible()  # its script is there


def claim(hand: Hand, number: str, date: str, topic: str = "Barge traffic") -> None:
    """Everything that a claim needs, behind the words; all in all at most twelve actions."""
    hand.choose("What is it about?", topic)
    hand.choose("Who says so?", "document voice")
    hand.choose("How is it said?", "Asserted")
    hand.choose("How credible?", "3, possibly true")
    hand.write("Why?", "It keeps a list of its own.")
    hand.pick(number)
    hand.pick(date)
    hand.press("Add this claim")
    expect(hand.page.get_by_text("was added. Mark the next words")).to_be_visible()
    assert hand.actions <= MOST_ACTIONS
    hand.actions = 0


def upload(hand: Hand, name: str, kind: str, content: bytes) -> None:
    hand.page.get_by_role("tab", name="Upload a file").click()
    hand.page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    hand.visitor.rest()
    hand.page.get_by_role("tabpanel", name="Upload a file").get_by_role("button", name="Bring it in").click()
    hand.visitor.rest()


def test_three_texts_in_three_formats_become_a_sound_folder_with_no_file_touched_by_hand(
    visiting: Visiting, edited_app: Editing
) -> None:
    hand = Hand(visiting(edited_app.address, "add"))
    hand.write("The text, as it stands", ENGLISH)
    hand.press("Bring it in")
    keep(hand)
    hand.actions = 0
    hand.mark("Over 60 barges passed the lock in May 2031, said the Lock Office 🚢")
    claim(hand, "more than 60 barges", "May 2031")

    hand.press("Add another text")
    upload(hand, "lock.html", "text/html", web_page(KOREAN[1:], title=KOREAN[0]))
    keep(hand)
    hand.actions = 0
    hand.mark("2031년 5월에 구리 25,000톤 이상이 통과했다고")
    claim(hand, "at least 25,000 tonnes", "May 2031", "Copper volume")

    hand.press("Add another text")
    upload(hand, "book.pdf", "application/pdf", pdf(COLUMNS, columns=2))
    keep(hand)
    hand.actions = 0
    hand.find("about 40 barges left the harbour in april 2031")
    claim(hand, "about 40 barges", "April 2031")

    hand.write("What has changed, in one line", "Three texts on the spring of 2031.")
    hand.page.get_by_label("Why?").last.fill("They count the barges.")
    hand.press("Save")
    expect(hand.page.get_by_text("Saved. The pages show").first).to_be_visible()
    assert [one for one in hand.visitor.errors if not one.endswith(STREAMLITS_OWN)] == []

    findings = examine(edited_app.folder)
    assert findings.problems == ()
    added = [findings.evidence.claim_by_id[name] for name in ("A01", "B01", "C01")]
    assert [(one.operator, one.value, one.unit, one.date) for one in added] == [
        (">", 60.0, "barge", "2031-05"), (">=", 25_000.0, "tonne", "2031-05"), ("~", 40.0, "barge", "2031-04"),
    ]  # fmt: skip
