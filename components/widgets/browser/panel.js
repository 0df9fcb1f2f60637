// The panel beside the page: what opens and closes it, its keys, and where focus and scroll are afterwards.
// The server fills it; what is open stands in the address, so the browser's ways back and forth lead through it.

const OPENED = ["claim", "event", "record"];
const page = document.documentElement;
let place; // the panel
let told = { before: {}, after: {} }; // what the server last said of it
let opened; // what is seen in it; undefined until the first run of a page
let opener; // what was clicked, and how far the page was scrolled
let byHistory = false;
let pressed; // where the pointer went down, in pixels from the left

export default function panel({ data, parentElement }) {
  const bar = parentElement.querySelector(".panel-bar");
  if (!bar?.closest(".st-key-panel")) return undefined; // taken away before it was drawn
  const first = opened === undefined;
  place = bar.closest(".st-key-panel");
  told = data;
  dress(bar);
  for (const name of ["before", "after", "close"]) {
    const button = bar.querySelector(`.${name}`);
    button.onclick = () => (name === "close" ? close() : step(name));
    if (name !== "close") button.setAttribute("aria-disabled", String(!Object.keys(data[name]).length));
  }
  bar.querySelector(".place").textContent = data.place;
  if (first) listen();
  see(anythingAsked() ? data.opened : "", first);
  return () => {
    if (place === bar.closest(".st-key-panel")) see("", true);
  };
}

function dress(bar) {
  const colours = getComputedStyle(bar);
  const names = { paper: "background-color", ink: "text-color", edge: "border-color", link: "link-color" };
  for (const [own, name] of Object.entries(names)) {
    place.style.setProperty(`--${own}`, colours.getPropertyValue(`--st-${name}`) || null);
  }
  const head = document.querySelector('[data-testid="stHeader"]');
  place.style.setProperty("--top", `${Math.max(0, head?.getBoundingClientRect().bottom ?? 0)}px`);
  place.setAttribute("role", "dialog");
  place.setAttribute("aria-label", told.title);
  place.tabIndex = 0;
}

function see(now, quietly) {
  const before = opened;
  opened = now;
  if (now && !before && !quietly && !byHistory) noteOpener();
  page.toggleAttribute("data-opened", Boolean(now));
  page.dataset.lit = anythingAsked() ? told.lit.join(" ") : "";
  document.dispatchEvent(new CustomEvent("lit"));
  if (now !== before) {
    place.scrollTop = 0;
    if (now && !quietly && !byHistory && !within(active())) {
      if (before) noteOpener();
      place.focus({ preventScroll: true });
    }
    if (!now && before) goBack();
    byHistory = false;
  }
}

function noteOpener() {
  const element = active();
  opener = { element, href: element?.href, scroll: main()?.scrollTop ?? 0 };
  const { left = 0, right = 0 } = element?.matches?.("a") ? element.getBoundingClientRect() : {};
  const covered = Math.max(right, pressed ?? 0) > innerWidth - 480;
  const room = Math.min(left || innerWidth, pressed ?? innerWidth) > 480;
  if (!opened || !place.checkVisibility()) place.dataset.side = covered && room ? "left" : "right";
}

function goBack() {
  const element = opener?.element?.isConnected ? opener.element : linkTo(opener?.href);
  if (element) {
    element.focus({ preventScroll: true });
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) main().scrollTop = opener.scroll;
  }
  opener = undefined;
}

function close() {
  if (!opened) return;
  see("", false);
  page.dataset.lit = "";
  document.dispatchEvent(new CustomEvent("lit"));
  go({});
}

function step(where) {
  if (Object.keys(told[where]).length) go(told[where]);
}

// One step of the browser's history: a new entry, and a popstate at which Streamlit runs the same page with it.
// Everything else in the address stays; a part of the page behind # would keep Streamlit from running it.
function go(given) {
  const { origin, pathname, search } = window.location;
  const url = new URL(`${origin}${pathname}${search}`);
  for (const name of OPENED) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value);
  window.history.pushState({}, "", url);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function listen() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerdown", ({ clientX }) => (pressed = clientX), true);
  window.addEventListener("popstate", ({ isTrusted }) => {
    byHistory = isTrusted;
    if (isTrusted && opened && !anythingAsked()) see("", false);
  });
}

function onClick(event) {
  const link = event.composedPath().find((one) => one.dataset?.opens);
  if (!link || !place?.isConnected || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a real address, in a tab of its own
  event.preventDefault();
  const name = link.dataset.opens;
  (within(link) ? place : link).focus({ preventScroll: true });
  byHistory = false;
  go({ [name]: new URL(link.href).searchParams.get(name) });
}

function onKey(event) {
  pressed = undefined;
  if (!opened || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  const busy = event.composedPath().some((one) => one.matches?.("input, textarea, [role=combobox], [role=listbox]"));
  if (busy || document.querySelector('[data-baseweb="popover"], [data-testid="stDialog"]')) return;
  if (event.key === "Escape") close();
  const where = { ArrowLeft: "before", ArrowRight: "after" }[event.key];
  if (!where || !within(active())) return;
  event.preventDefault();
  step(where);
}

function anythingAsked() {
  const asked = new URLSearchParams(window.location.search);
  return OPENED.some((name) => asked.has(name));
}

function main() {
  return document.querySelector('[data-testid="stMain"]');
}

// The element with the focus, through the shadow roots of our markup.
function active() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function within(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) if (at === place) return true;
  return false;
}

// The link that stands where one stood before the page was put together anew.
function linkTo(href) {
  if (!href) return undefined;
  const roots = [...document.querySelectorAll("*")].map((host) => host.shadowRoot).filter(Boolean);
  return roots.flatMap((root) => [...root.querySelectorAll("a")]).find((link) => link.href === href && !within(link));
}
