"""A reader in front of the app: goes to an address, waits until the page rests, clicks, looks."""

from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Locator, Page, Request

Mode = Literal["light", "dark"]
PAGE_ADDRESSES = ["", "timeline", "volumes", "estimate", "comparison", "documents", "record", "method", "briefing"]
HIDDEN_ADDRESSES = ["search?find=load", "dossier?of=vessel:8916293"]  # pages that no navigation lists
# Every page with everything on it opened that an address can open, and what stands there and nowhere else.
OPENED = {
    "?claim=A04": "#card-A04",
    "timeline?event=trips-since-march": "#opened-event mark.lit",
    "volumes?claim=A04": "#card-A04",
    "comparison": "table.matrix:not(:has(td.cited))",
    "documents?claim=A04": ".document mark.lit",
    "timeline?layer=record&event=oil-osc-005": "#opened-event section.card.cited",
    "comparison?layer=record": "table.matrix:has(td.cited)",
    "record?record=oil-osc-001": "#card-oil-osc-001",
    "volumes?layer=record&record=notified-081": "#card-notified-081",
    "estimate?load=0.6&unseen=off": ".st-key-load :text('60%')",
    "estimate": ".st-key-load:not(:has-text('60%'))",
    "method?convention=committee": "h1:has-text('Method')",
    "briefing?load=0.6&lane=oil": "p.in-force:has-text('lane Oil shipments')",
    "estimate?load=0.6&beside=load:0.7": "th:has-text('A: load on departure 70%')",
    "search?find=load": ".finds mark",
    "dossier?of=vessel:8916293": "h1:has-text('Sin Phyong 9')",
}
OF_THE_APP = "/_stcore/health"  # two letters of text below the address of the app: what it stored is cleared from there
# On any page but the first, Streamlit's client asks for these below the address of the page before it finds the app.
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")
# What of a hostile text must never come to life.
ALIVE = """() => ["img[src*='example.invalid']", "a[href^='javascript:']", "a[href*='example.invalid']", "img[onerror]",
    ".katex", "iframe[src*='example.invalid']"].filter((live) => document.querySelector(live))"""
# At rest: no script runs, nothing on the page is stale, fonts are in, charts and markup are drawn for this width of
# window, and all that for a while.
AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll(".chart")];
  const width = innerWidth <= 700 ? "narrow" : innerWidth <= 1230 ? "medium" : "wide";
  const bare = (element) => element.shadowRoot?.querySelector(".root:not([data-theme])");
  const busy = !app || app.dataset.testScriptState !== "notRunning" || document.querySelector('[data-stale="true"]')
    || document.fonts.status !== "loaded" || charts.some((chart) => !chart.querySelector(".main-svg"))
    || [...document.querySelectorAll("*")].some(bare) || document.documentElement.dataset.drawnFor !== width
    || !document.querySelector('[data-testid="stMain"] h1, [data-testid="stMain"] [data-testid="stAlert"], ' +
      ".st-key-slide:has(nav a) .main-svg");
  if (busy) { window.__restingSince = undefined; return false; }
  window.__restingSince ??= performance.now();
  return performance.now() - window.__restingSince > 400;
}"""
TURNED = "(address) => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
# Charts draw their words anew whenever they are resized, so words are looked up each time.
WORDS = """const at = [...document.querySelectorAll("svg.main-svg text")]
    .find((text) => text.textContent.includes(words))?.getBoundingClientRect();"""
BROUGHT_INTO_VIEW = f"""(words) => {{ {WORDS}
  if (!at) return false;
  const main = document.querySelector('[data-testid="stMain"]');
  if (at.top < 60 || at.bottom > innerHeight) main.scrollBy(0, at.top - innerHeight / 2);
  const still = window.__wordsAt === at.top && at.top >= 60 && at.bottom <= innerHeight;
  window.__wordsAt = at.top;
  return still;
}}"""
MIDDLE_OF_WORDS = f"(words) => {{ {WORDS} return [at.left + at.width / 2, at.top + at.height / 2]; }}"
# The focused element, through the shadow roots of our markup.
FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return [element?.className ?? "", element?.textContent ?? ""].map(String);
}"""


class Visitor:
    """One window of a browser on one app."""

    def __init__(self, page: Page, app: str) -> None:
        self.page = page
        self.app = app
        self.look: tuple[tuple[int, int], Mode] | None = None
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._requested)
        page.on("dialog", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def anew(self, app: str, size: tuple[int, int], mode: Mode) -> "Visitor":
        """As a window newly opened: nothing stored or noted, no pointer in it, none that was opened from it."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        self.page.context.clear_cookies()
        self.seen(size, mode).page.goto(f"{app}{OF_THE_APP}")
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.app = app
        self.requests, self.dialogs, self.errors = [], [], []
        return self

    def go(self, address: str) -> "Visitor":
        """Open an address of the app, as a pasted link does."""
        self.page.goto(f"{self.app}/{address}")
        return self.rest()

    def turn(self, address: str) -> "Visitor":
        """Another address of the app in the open window, as the browser's ways back and forth lead to it.

        A third of the work of loading it, for the scripts of the app are there and run.
        """
        self.page.evaluate(TURNED, f"{self.app}/{address}")
        return self.rest()

    def seen(self, size: tuple[int, int], mode: Mode) -> "Visitor":
        """In a window of a size and a theme, on a screen, with no pointer in it."""
        # First the medium: on paper, what a figure is drawn for stays as it was.
        self.page.emulate_media(media="null", color_scheme=mode, reduced_motion="reduce", forced_colors="none")
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.mouse.move(-1, -1)
        self.look = size, mode
        return self

    def rest(self) -> "Visitor":
        """Wait until the page rests."""
        self.page.evaluate("window.__restingSince = undefined")
        self.page.wait_for_function(AT_REST, timeout=60_000, polling=50)
        return self

    def back(self) -> "Visitor":
        """The browser's way back."""
        self.page.go_back()
        return self.rest()

    def resize(self, width: int, height: int) -> "Visitor":
        """Another size of window, from which figures are drawn anew."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.look = None
        return self.rest()

    @property
    def path(self) -> str:
        """The page of the address."""
        return urlsplit(self.page.url).path.lstrip("/")

    @property
    def query(self) -> dict[str, list[str]]:
        """The query parameters of the address."""
        return parse_qs(urlsplit(self.page.url).query)

    @property
    def lit(self) -> Locator:
        """Quotes that are lit."""
        return self.page.locator("mark.lit")

    def click_on_chart(self, words: str) -> "Visitor":
        """Click on words of a chart, as a mouse does: at their middle, once they stand still."""
        self.page.wait_for_function(BROUGHT_INTO_VIEW, arg=words, timeout=10_000, polling=100)
        x, y = self.page.evaluate(MIDDLE_OF_WORDS, words)
        self.page.mouse.move(x - 3, y)
        self.page.mouse.click(x, y)
        return self

    def in_view(self, thing: Locator) -> bool:
        """Whether a thing is wholly inside the window."""
        box, size = thing.bounding_box(), self.page.viewport_size
        assert box and size
        return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]

    def tab_to(self, cls: str, most: int = 60) -> str:
        """Press Tab until an element of that class has the focus; its words."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            found, words = self.page.evaluate(FOCUSED)
            if cls in found.split():
                return str(words)
        raise AssertionError(f"no {cls!r} reached with {most} presses of Tab")

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _asked(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location.get('url', '')}")


def foreign(requests: list[str], app: str) -> list[str]:
    """Requests that leave the app."""
    own = (f"{app}/", app.replace("http", "ws", 1) + "/", "data:", f"blob:{app}/")
    return [address for address in requests if not address.startswith(own) and address != app]


def nodes_in(result: dict[str, Any]) -> list[str]:
    """Where an accessibility finding lies, outermost element first."""
    return [" ".join(str(part) for part in node["target"]) for node in result["nodes"]]
