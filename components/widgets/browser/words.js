// A text in which words are marked by mouse, by touch or with the keyboard; the server hears where they begin and end.
// Places are counted in code points, as Python counts them, and the words go with them so that it can compare.

const SETTLED = 200; // milliseconds in which nothing of a selection has changed
const heard = new WeakMap(); // texts that are listened to; the same function runs again with each run of the page

export default function words({ data, parentElement, setTriggerValue }) {
  const text = parentElement.querySelector(".words-of-text");
  if (!text || !data) return undefined;
  const sent = JSON.stringify([data.text, data.marks, data.chosen]);
  if (text.dataset.sent !== sent) {
    text.dataset.sent = sent;
    fill(text, data);
  }
  text.lang = data.language;
  text.setAttribute("aria-label", data.label);
  const listening = heard.get(text) ?? listenTo(text);
  heard.set(text, listening);
  listening.tell = (found) => setTriggerValue("selected", found);
  listening.last = "";
  return () => {
    listening.stop();
    heard.delete(text);
  };
}

function fill(text, { text: whole, marks, chosen }) {
  const points = Array.from(whole);
  const from = (a, b) => points.slice(a, b).join("");
  const ends = new Set([0, points.length]);
  const spans = [...marks, ...(chosen ? [{ start: chosen[0], end: chosen[1], chosen: true }] : [])];
  for (const { start, end } of spans) ends.add(start).add(end);
  const places = [...ends].sort((a, b) => a - b);
  const parts = [];
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [start, end] = [places[at], places[at + 1]];
    const around = spans.filter((span) => span.start <= start && span.end >= end);
    const part = document.createElement(around.length ? "mark" : "span");
    part.textContent = from(start, end);
    if (around.some((span) => span.chosen)) part.className = "chosen";
    const named = around.filter((span) => span.name && span.end === end).map((span) => span.name);
    if (named.length) part.dataset.name = named.join(" "); // shown by the style, so that it is no part of the text
    parts.push(part);
  }
  const shown = text.scrollTop;
  text.replaceChildren(...parts);
  text.scrollTop = shown;
  const first = text.querySelector(".chosen");
  if (first && !isSeen(first, text)) text.scrollTop = first.offsetTop - text.offsetTop - text.clientHeight / 3;
}

function isSeen(part, text) {
  const [inner, outer] = [part.getBoundingClientRect(), text.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function listenTo(text) {
  const listening = {};
  let waiting;
  let held = false; // a mouse button or a finger
  const settle = () => {
    clearTimeout(waiting);
    if (!held) waiting = setTimeout(() => {
      const found = selectedIn(text);
      const said = JSON.stringify(found);
      if (!found || said === listening.last) return;
      listening.last = said;
      listening.tell(found);
    }, SETTLED);
  };
  const down = () => (held = true);
  const up = () => {
    held = false;
    settle();
  };
  text.addEventListener("pointerdown", down);
  const ends = ["pointerup", "pointercancel"];
  for (const name of ends) document.addEventListener(name, up);
  document.addEventListener("selectionchange", settle);
  listening.stop = () => {
    clearTimeout(waiting);
    text.removeEventListener("pointerdown", down);
    for (const name of ends) document.removeEventListener(name, up);
    document.removeEventListener("selectionchange", settle);
  };
  return listening;
}

function selectedIn(text) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return undefined;
  // What was drawn out over the edge of the text ends at it.
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const start = Array.from(before.toString()).length;
  return chosen ? { start, end: start + Array.from(chosen).length, words: chosen } : undefined;
}
