// Builds the tree that markup.py sends. Text goes in as text: there is no innerHTML in this file.

// One style for all of them, instead of one that travels with each.
const style = new CSSStyleSheet();
const styled = fetch(new URL("markup.css", import.meta.url))
  .then((answer) => answer.text())
  .then((rules) => style.replace(rules), () => undefined); // text without a style can still be read

const TAGS = new Set(
  ("div section p span strong small mark a blockquote ul li dl dt dd h2 h3 table caption thead tbody tr th td " +
    "details summary bdi button svg path").split(" "),
);
const PLACES = new Map([["data-from", "--from"], ["data-to", "--to"]]); // in percent, for the style sheet
const ATTRIBUTES = new Set(
  ("id href target rel lang dir scope title role tabindex colspan aria-label aria-hidden data-within data-head data-opens data-copy open viewBox d").split(" "),
);

function build(node) {
  if (typeof node === "string") return document.createTextNode(node);
  if (!TAGS.has(node.t)) return document.createTextNode("");
  const drawn = node.t === "svg" || node.t === "path";
  const element = drawn ? document.createElementNS("http://www.w3.org/2000/svg", node.t) : document.createElement(node.t);
  if (node.c) element.setAttribute("class", node.c);
  for (const [name, value] of Object.entries(node.a)) {
    if (PLACES.has(name) && Number.isFinite(Number(value))) element.style.setProperty(PLACES.get(name), `${Number(value)}%`);
    if (!ATTRIBUTES.has(name)) continue;
    if (name === "href" && !isSafe(value)) continue;
    element.setAttribute(name, value);
  }
  if (node.a["data-within"]) {
    element.href = withinApp(node.a.href ?? "");
    if (!node.a["data-opens"]) element.addEventListener("click", goWithin); // else panel.js opens it beside the page
  }
  if (node.a["data-copy"]) {
    element.type = "button";
    element.addEventListener("click", copy);
  }
  if (/^#/.test(node.a.href ?? "")) {
    element.href = here(node.a.href);
    element.addEventListener("click", goDown);
    if (node.a.href === window.location.hash) goWhenThere(element);
  }
  element.append(...node.n.map(build));
  return element;
}

function isSafe(address) {
  return /^https?:\/\//.test(address) || /^[a-z-]*(\?[^:#]*)?(#[a-z-]+)?$/.test(address);
}

// Pages live beside each other, whatever path the app is served under; one within a frame stays as it is embedded.
function withinApp(address) {
  const base = document.querySelector("base")?.href ?? document.baseURI;
  const [way, part] = address.split("#");
  const [page, query] = way.split("?");
  const here = new URL(base);
  const folder = here.pathname.replace(/[^/]*$/, "");
  const kept = [...new URLSearchParams(window.location.search)].filter(([name]) => name.startsWith("embed") || name === "draft");
  const asked = [query, new URLSearchParams(kept).toString()].filter(Boolean).join("&");
  return `${here.origin}${folder}${page}${asked ? `?${asked}` : ""}${part ? `#${part}` : ""}`;
}

// Streamlit follows the browser's history: a new entry and a popstate open the page without loading the app again,
// and leave the address of this view, with its filters, for the way back.
function goWithin(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  window.history.replaceState({ ...window.history.state, scrolled: main()?.scrollTop ?? 0 }, "");
  window.history.pushState({}, "", event.currentTarget.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function main() {
  return document.querySelector('[data-testid="stMain"]');
}

// The browser's way back leads to the place of a list from which a link was followed, once the page is long enough
// again and no script of it runs; a reader who moves it himself is let be.
window.addEventListener("popstate", ({ isTrusted, state }) => {
  if (!isTrusted || !state?.scrolled) return;
  const href = window.location.href;
  let moved = false;
  for (const hand of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    window.addEventListener(hand, () => (moved = true), { once: true, passive: true, capture: true });
  }
  const scroll = (tries) => {
    if (moved || window.location.href !== href || !main()) return;
    const rests = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
    const there = rests && main().scrollHeight - main().clientHeight >= state.scrolled;
    if (there) main().scrollTop = state.scrolled;
    if (tries > 1) setTimeout(scroll, 150, there ? Math.min(tries - 1, 3) : tries - 1);
  };
  setTimeout(scroll, 150, 60);
});

// The words beside a button, into the clipboard; where the browser forbids that, they are marked to be copied by hand.
async function copy(event) {
  const button = event.currentTarget;
  const words = button.getRootNode().querySelector(`#${CSS.escape(button.dataset.copy)}`);
  const said = await navigator.clipboard?.writeText(words.textContent).then(() => "Copied", () => undefined);
  if (!said) window.getSelection().selectAllChildren(words);
  button.textContent = said ?? "Marked: copy it with the keyboard";
}

// A part of this page: the base of the page would turn a bare # into another address.
function here(part) {
  return `${window.location.pathname}${window.location.search}${part}`;
}

// A shared link: its target may not be there yet, and what stands above it grows while it is drawn, so it is gone to
// three times.
function goWhenThere(link, tries = 40, times = 3) {
  setTimeout(() => {
    const there = document.getElementById(link.hash.slice(1)) !== null;
    if (there) link.click();
    if (link.isConnected && tries > 1 && times > Number(there)) goWhenThere(link, tries - 1, times - Number(there));
  }, 350);
}

function goDown(event) {
  const part = event.currentTarget.hash;
  const target = document.getElementById(part.slice(1));
  if (!target) return;
  event.preventDefault();
  // What stands there may be folded away: then it is unfolded as a reader would.
  target.closest("[class*=st-key-part-]")?.querySelector("details:not([open]) > summary")?.click();
  window.history.replaceState(window.history.state, "", here(part));
  target.scrollIntoView({ block: "start" });
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

export default async function render({ data, parentElement }) {
  await styled;
  parentElement.adoptedStyleSheets = [style];
  const root = parentElement.querySelector(".root");
  lightsOf(root);
  const sent = JSON.stringify(data);
  if (root.dataset.sent === sent) return;
  root.dataset.sent = sent;
  root.dataset.theme = isDark(parentElement) ? "dark" : "light";
  root.replaceChildren(...data.nodes.map(build));
  light(root);
  if (data.focus) bringIntoView(root, data.focus);
}

const told = new WeakSet(); // roots that hear what is open

function lightsOf(root) {
  if (told.has(root)) return;
  told.add(root);
  const hear = () => (root.isConnected ? light(root) : document.removeEventListener("lit", hear));
  document.addEventListener("lit", hear);
}

// What is open beside the page stays lit wherever it is named; panel.js says what that is.
function light(root) {
  const lit = (document.documentElement.dataset.lit ?? "").split(" ");
  for (const link of root.querySelectorAll("a[data-opens]")) {
    const id = new URL(link.href).searchParams.get(link.dataset.opens);
    if (lit.includes(id)) link.setAttribute("aria-expanded", "true");
    else link.removeAttribute("aria-expanded");
  }
}

function bringIntoView(root, id) {
  const target = root.querySelector(`#${CSS.escape(id)}`);
  if (!target) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  // The page settles after its charts and fonts are in: look again then.
  for (const wait of [0, 350]) {
    setTimeout(() => target.scrollIntoView({ block: "center", behavior: calm || wait ? "auto" : "smooth" }), wait);
  }
}

function isDark(element) {
  const host = element.host ?? element;
  const colour = getComputedStyle(host).getPropertyValue("--st-background-color").trim();
  const parts = colour.startsWith("#")
    ? [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16))
    : (colour.match(/\d+/g) ?? ["255", "255", "255"]).map(Number);
  return parts[0] + parts[1] + parts[2] < 384;
}
