// The last third of a module, behind seal.js and chooser.js: it runs when all of the file has been read, and whatever was put behind its
// end is read too.
const READ = read(document);
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const MOST_FOUND = 40;

// Nodes of a text in HTML that is the file's own; a script in it would not run, and the policy allows none but this one.
const made = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

const root = document.documentElement;
const told = document.getElementById("checked") ?? document.createElement("p");
if (!told.isConnected) document.body.prepend(told); // whoever takes its name away does not silence it
const verdict = judged(READ);
addEventListener("error", () => verdict.then(say)); // of what was changed so that no page can be made, this is said
const body = document.createElement("div");
body.className = "whole";
body.append(...made(READ.held));
document.body.append(body);
root.classList.add("scripted");

// What stands behind a number: a card each, packed; made of its words when somebody opens it.
async function unpacked() {
  const packed = atob(JSON.parse(document.getElementById("cards").textContent));
  const bytes = Uint8Array.from(packed, (one) => one.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}
const cards = Object.create(null);
let order = []; // nothing is a card because every object has it

// Pages: one is shown, and beside it what was asked for.
const pages = [...document.querySelectorAll("section.page")];
const panel = document.getElementById("panel");
const words = panel.querySelector(".words");
const places = new Map(); // how far down each page was read
history.scrollRestoration = "manual"; // a browser would put its own place in before the old one is kept
// By name and no more by id: the browser would jump to the head of a page whenever what stands beside it is closed.
for (const one of pages) {
  one.dataset.name = one.id;
  one.removeAttribute("id");
}
let shown = pages[0].dataset.name, opened = "", opener = null;

// An address as it was meant; of one that is no such thing, what stands there.
function readable(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function asked() {
  const [name, beside] = readable(location.hash.slice(1)).split("+");
  const known = pages.find((one) => one.dataset.name === name) ?? document.getElementById(name)?.closest("section.page");
  return { page: (known ?? pages[0]).dataset.name, within: name, beside };
}

function follow() {
  const { page, within, beside } = asked();
  const other = page !== shown || !document.querySelector(".page.shown");
  if (other) places.set(shown, scrollY);
  shown = page;
  for (const one of pages) one.classList.toggle("shown", one.dataset.name === page);
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${page}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${document.querySelector(".page.shown").dataset.title} · ${document.body.dataset.title}`;
  open(cards[beside] ? beside : "");
  const part = within !== page && !beside ? document.getElementById(within) : null;
  if (part) reveal(part);
  else if (other) scrollTo(0, places.get(page) ?? 0);
}

// A place in a page: whatever folds it away is unfolded, and so is what stands under its head.
function reveal(part) {
  for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (part.nextElementSibling?.matches("details.fold")) part.nextElementSibling.open = true;
  const block = part.matches("mark, li, tr, a") ? "center" : "start";
  part.scrollIntoView({ block, behavior: CALM.matches ? "auto" : "smooth" });
}

const kindOf = (id) => id.split("-")[0];
const to = (link) => (link.getAttribute("href") ?? "").slice(1);

function open(id) {
  if (id && id !== opened) {
    words.replaceChildren(...made(cards[id]));
    headed(words);
    words.scrollTop = 0;
    const alike = order.filter((one) => kindOf(one) === kindOf(id));
    panel.querySelector(".place").textContent = `${alike.indexOf(id) + 1} of ${alike.length}`;
  }
  panel.hidden = !id;
  root.classList.toggle("beside", !!id);
  for (const link of document.querySelectorAll("a:not([data-go])")) {
    if (id && to(link) === id) link.setAttribute("aria-expanded", "true");
    else link.removeAttribute("aria-expanded");
  }
  if (id && id !== opened) panel.querySelector("h2.name").focus({ preventScroll: true });
  opened = id;
  if (!id && opener) {
    opener.focus({ preventScroll: true });
    opener = null;
  }
}

function step(by) {
  const alike = order.filter((one) => kindOf(one) === kindOf(opened));
  const next = alike[alike.indexOf(opened) + by];
  if (next) location.hash = `#${shown}+${next}`;
}

addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']:not([data-go])");
  if (link && cards[to(link)] && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (!panel.contains(link)) opener = link.closest("#find-results") ? field : link; // what was found goes away
    find("");
    location.hash = `#${shown}+${to(link)}`;
  }
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(button);
  if (button?.matches(".before")) step(-1);
  if (button?.matches(".after")) step(1);
  if (button?.matches(".close")) location.hash = `#${shown}`;
  if (button?.matches(".theme")) paint(root.dataset.theme === "dark" ? "light" : "dark");
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input")) {
    if (event.key === "Escape") find("");
    return;
  }
  if (event.key === "Escape" && event.target.closest("#find-results")) {
    find("");
    field.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
  if (event.key === "/") {
    event.preventDefault();
    field.focus();
  }
  if (!opened) return;
  if (event.key === "Escape") location.hash = `#${shown}`;
  if (event.key === "ArrowLeft") step(-1);
  if (event.key === "ArrowRight") step(1);
});

// Every cell under its head, which a phone shows beside it; there the style leaves nothing of a table but its roles.
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
function headed(within) {
  for (const table of within.querySelectorAll("table")) {
    table.setAttribute("role", "table");
    for (const one of table.querySelectorAll("thead, tbody, tr, td, th")) {
      one.setAttribute("role", ROLES[one.tagName] ?? (one.scope === "row" ? "rowheader" : "columnheader"));
    }
    const heads = [...table.querySelectorAll("thead th")].map((one) => one.firstChild?.textContent ?? "");
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, at) => heads[at] && (cell.dataset.head = heads[at]));
    }
  }
}

async function copy(button) {
  const there = button.closest("#panel, section, body").querySelector(`#${CSS.escape(button.dataset.copy)}`);
  const done = await navigator.clipboard?.writeText(there.textContent).then(() => "Copied", () => undefined);
  if (!done) getSelection().selectAllChildren(there);
  button.textContent = done ?? "Marked: copy it with the keyboard";
}

// Light and dark; paper is light.
function paint(theme) {
  for (const one of [root, ...document.querySelectorAll(".root")]) one.dataset.theme = theme;
}
paint(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

// On paper stands what the pages fold away, and the card of every claim.
addEventListener("beforeprint", () => {
  document.querySelector(".annex")?.remove(); // some browsers say it twice
  for (const one of document.querySelectorAll("details.fold:not(.table, [open])")) {
    one.open = true;
    one.dataset.printed = "yes";
  }
  const all = document.createElement("section");
  all.className = "page annex";
  // A fact stands with all that is held of it in the table of the record.
  const each = order.filter((id) => kindOf(id) === "claim").map((id) => `<div class="opened">${cards[id]}</div>`);
  all.append(...made(`<h1>Every claim</h1>${each.join("")}`));
  for (const one of all.querySelectorAll("[id]")) one.removeAttribute("id");
  document.querySelector("main").append(all);
});
addEventListener("afterprint", () => {
  document.querySelector(".annex")?.remove();
  for (const one of document.querySelectorAll("[data-printed]")) {
    one.open = false;
    delete one.dataset.printed;
  }
});

// Every word of the cards, without accents: what stands between the tags, with the marks that written.py spells out put back.
const field = document.getElementById("find");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const SPELLED = { amp: "&", lt: "<", gt: ">", quot: '"', "#10": " " };
const between = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#10);/g, (_, name) => SPELLED[name]);
let index = null;
field.addEventListener("input", () => find(field.value));

function find(wanted) {
  field.value = wanted;
  const terms = plain(wanted).split(/\s+/).filter(Boolean);
  if (terms.length) index ??= order.map((id) => [id, plain(between(cards[id]))]);
  const hits = terms.length ? index.filter(([, text]) => terms.every((term) => text.includes(term))) : [];
  document.getElementById("found").replaceChildren(...hits.slice(0, MOST_FOUND).map(([id]) => found(id)));
  const more = hits.length > MOST_FOUND ? `, the first ${MOST_FOUND} listed` : "";
  document.getElementById("many").textContent = terms.length ? `${hits.length} found${more}` : "";
}

function found(id) {
  const card = new DOMParser().parseFromString(cards[id], "text/html");
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("small");
  link.href = `#${id}`;
  link.textContent = (card.querySelector("blockquote mark, .statement, h2")?.textContent ?? id).slice(0, 140);
  name.textContent = `${id.replace(/^[a-z]+-/, "")} `;
  item.append(name, link);
  return item;
}

// The verdict, at the top of the file; or in another place.
function say({ how, words }, place = told) {
  place.dataset.how = how;
  place.setAttribute("role", how === "changed" ? "alert" : "status");
  place.textContent = words;
}

// The estimate under a reader's own values, without a draw: a product of independent factors, taken as lognormal.
const movable = JSON.parse(document.getElementById("movable")?.textContent ?? "null");
const FIFTH = 1.6448536269514722; // of the standard deviation below the middle, at 5%

function below(z) {
  // Abramowitz and Stegun 7.1.26: the error function to seven digits.
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const bent = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (bent * Math.exp((-z * z) / 2)) / 2;
  return z < 0 ? tail : 1 - tail;
}

// Trips that carried something, as data/estimate/closed_form.py has them: mean and squared coefficient of variation.
function trips(parts, count) {
  const [calls, spread] = count === undefined ? [parts.calls, parts.calls_variance] : [count, 0];
  const second = parts.loading_variance + parts.loading ** 2;
  const mean = calls * parts.loading;
  const variance = calls * (parts.loading - second) + calls ** 2 * parts.loading_variance + spread * second;
  if (!movable.all) return [mean, mean ? variance / mean ** 2 : 0];
  const { inverse, inverse_square: square } = parts;
  const whole = mean * (square - inverse) + square * variance + mean ** 2 * (square - inverse ** 2);
  return [mean * inverse, mean ? whole / (mean * inverse) ** 2 : 0];
}

function moved({ load, ship, count }) {
  const parts = movable.parts;
  const fixed = (value, part) => (value === undefined ? part : [value, 0]);
  const factors = [trips(parts, count), fixed(ship, parts.ship), fixed(load, parts.load), parts.cargo];
  const mean = factors.reduce((product, [one]) => product * one, 1);
  if (!mean) return { about: 0, low: 0, high: 0, above: 0 };
  const variance = Math.log(factors.reduce((product, [, one]) => product * (1 + one), 1));
  const middle = Math.log(mean) - variance / 2, spread = Math.sqrt(variance);
  const z = spread ? (Math.log(movable.threshold) - middle) / spread : Infinity * Math.sign(Math.log(movable.threshold) - middle);
  const at = (step) => Math.exp(middle + step * spread);
  return { about: at(0), low: at(-FIFTH), high: at(FIFTH), above: movable.threshold > 0 ? 1 - below(z) : 1 };
}

const number = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 });
const rounded = (value) => number(Number(value.toPrecision(2)));
const runs = (share) => {
  const many = Math.floor(share * 100 + 0.5);
  return many < 1 ? "fewer than 1 of 100" : many > 99 ? "more than 99 of 100" : `${many} of 100`;
};
const inWords = (value, unit) => (unit === "%" ? `${number(Math.round(value * 1000) / 10)}%` : `${number(value)} ${unit}`);

function slide() {
  const place = document.getElementById("move");
  if (!movable || !place) return;
  const told = document.createElement("p"), box = document.createElement("div"), chosen = {};
  told.className = "finding";
  told.setAttribute("role", "status");
  box.className = "sliders";
  const say = () => {
    const own = Object.keys(chosen).length > 0, { drawn, unit, against } = movable;
    const found = own ? moved(chosen) : null;
    const about = found ? rounded(found.about) : drawn.about;
    const range = found ? `${rounded(found.low)}–${rounded(found.high)}` : drawn.ranging;
    const above = against ? `; above ${against} in ${found ? runs(found.above) : drawn.above} runs` : "";
    told.textContent = `${own ? "Yours" : "As sourced"}: about ${about} ${unit} (90% range ${range})${above}.`;
  };
  const put = movable.sliders.map((one) => slider(one, chosen, say));
  box.append(...put.map(({ label }) => label));
  for (const head of document.querySelectorAll("[aria-label='Other assumptions'] tbody th")) {
    const preset = movable.presets[head.textContent];
    if (!preset || Object.keys(preset).some((name) => !movable.sliders.some((one) => one.name === name))) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = head.textContent;
    button.addEventListener("click", () => put.forEach(({ set }, at) => set(preset[movable.sliders[at].name])));
    head.replaceChildren(button);
  }
  place.after(told, box);
  say();
}

function slider(one, chosen, say) {
  const label = document.createElement("label"), input = document.createElement("input"), value = document.createElement("span");
  Object.assign(input, { type: "range", min: one.least, max: one.most, step: one.step });
  const set = (wanted) => {
    if (wanted === undefined) delete chosen[one.name];
    else chosen[one.name] = Number(wanted);
    input.value = wanted ?? one.rest;
    value.textContent = wanted === undefined ? `as sourced (${one.words})` : inWords(Number(wanted), one.unit);
    input.setAttribute("aria-valuetext", value.textContent);
    say();
  };
  input.addEventListener("input", () => set(input.value));
  label.append(`${one.title}: `, value, input);
  set(undefined);
  return { label, set };
}

headed(document);
slide();
bytewise();
follow();
unpacked()
  .then((all) => {
    Object.assign(cards, all);
    order = Object.keys(all);
    follow(); // a pasted link may name a card
  })
  .catch(() => undefined) // what was changed is said by name
  .finally(() => verdict.then(say));
