// Slides as they will look. Each picture is built anew of the few elements and attributes that draw, so nothing in it
// loads or runs; what it cites opens beside the page by a click near it, and from the list below it by the keyboard.

const SVG = "http://www.w3.org/2000/svg";
const TAGS = new Set("svg g text tspan a rect ellipse polygon polyline line path".split(" "));
const ATTRIBUTES = new Set(
  ("viewBox font-family x y width height cx cy rx ry points d x1 y1 x2 y2 fill fill-opacity stroke stroke-width stroke-dasharray " +
    "transform text-anchor font-size font-weight text-decoration direction unicode-bidi xml:space").split(" "),
);
const NEAR = 14; // pixels around words that small
const shown = new WeakMap(); // what stands in each place

export default function previews({ data, parentElement }) {
  const place = parentElement.querySelector(".previews");
  if (!place || !data) return undefined;
  const sent = JSON.stringify(data);
  if (shown.get(place) !== sent) place.replaceChildren(...data.slides.map(slide));
  shown.set(place, sent);
  const relit = () => light(place);
  relit();
  document.addEventListener("lit", relit);
  return () => document.removeEventListener("lit", relit);
}

function slide({ title, picture, cited }) {
  const place = document.createElement("div");
  const list = document.createElement("details");
  const links = cited.map(link);
  const drawn = copied(new DOMParser().parseFromString(picture, "image/svg+xml").documentElement, links);
  place.className = "slide";
  place.tabIndex = -1;
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", title);
  drawn.addEventListener("click", ({ clientX, clientY }) => {
    const found = nearest(drawn, clientX, clientY);
    if (!found) return;
    place.focus({ preventScroll: true }); // from here the keyboard goes on when what was opened is closed
    links[found.dataset.cited].click();
  });
  place.append(drawn);
  if (links.length) {
    const summary = document.createElement("summary");
    summary.textContent = `Words behind it (${links.length})`;
    list.append(summary, ...links);
    place.append(list);
  }
  return place;
}

function link({ name, id, label, href }) {
  const element = document.createElement("a");
  element.textContent = label;
  element.href = /^https?:/.test(href) ? href : "#";
  element.className = name;
  Object.assign(element.dataset, { opens: name, id });
  return element;
}

function copied(element, links) {
  if (element.nodeType === Node.TEXT_NODE) return document.createTextNode(element.data);
  if (!TAGS.has(element.localName)) return document.createTextNode("");
  const leads = element.localName === "a";
  const copy = document.createElementNS(SVG, leads ? "tspan" : element.localName);
  for (const { name, value } of element.attributes) if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  const at = leads ? links.findIndex(({ href }) => same(href, element.getAttribute("href"))) : -1;
  if (at >= 0) copy.dataset.cited = at;
  copy.append(...[...element.childNodes].map((child) => copied(child, links)));
  return copy;
}

function same(one, other) {
  const [left, right] = [one, other].map((address) => new URL(address, document.baseURI).searchParams);
  return ["claim", "record"].some((name) => left.has(name) && left.get(name) === right.get(name));
}

// What a slide cites is small in its picture, so a click near it is meant for it.
function nearest(drawn, x, y) {
  const away = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  };
  const near = [...drawn.querySelectorAll("[data-cited]")].map((one) => [away(one), one]).filter(([far]) => far <= NEAR);
  return near.sort(([one], [other]) => one - other)[0]?.[1];
}

// What is open beside the page stays lit wherever it is cited; panel.js says what that is.
function light(place) {
  const lit = (document.documentElement.dataset.lit ?? "").split(" ");
  for (const one of place.querySelectorAll("a[data-opens]")) {
    if (lit.includes(one.dataset.id)) one.setAttribute("aria-expanded", "true");
    else one.removeAttribute("aria-expanded");
  }
  for (const one of place.children) one.classList.toggle("lit", Boolean(one.querySelector("[aria-expanded]")));
}
