// Draws a figure with plotly's basic bundle, into a picture that stays between two runs of the page.

// Beside the app, whatever path it is served under. tests/components/test_bundle.py holds its version against plotly.py's.
const BUNDLE = new URL("../../../app/static/plotly-basic-4.1.1.min.js", import.meta.url).href;
const AWAY = "The figure could not be drawn, because the program that draws it did not come. Reload the page to try again.";

let coming;
const places = new WeakMap(); // what is drawn in each place

function plotly() {
  coming ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = BUNDLE;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      coming = undefined;
      script.remove();
      reject(new Error(AWAY));
    };
    document.head.append(script);
  });
  return coming;
}

plotly().catch(() => {}); // on its way before the first figure is here; who has one to draw says if it does not come

export default function chart({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".chart");
  if (!place || !data) return undefined;
  const drawn = places.get(place) ?? begun(place);
  const same = drawn.data?.figure === data.figure;
  drawn.data = data;
  drawn.tell = (behind) => setTriggerValue("clicked", behind);
  if (same) {
    label(place);
  } else {
    drawn.figure = JSON.parse(data.figure);
    place.style.minHeight = `${drawn.figure.layout.height}px`; // nothing below it moves when it comes
    plotly().then((Plotly) => draw(Plotly, place), (fault) => (place.textContent = fault.message));
  }
  return () => {
    drawn.observer.disconnect();
    document.removeEventListener("lit", drawn.relit);
    window.Plotly?.purge(place);
  };
}

function begun(place) {
  const observer = new ResizeObserver(() => {
    const scaled = window.matchMedia("print").matches; // to the paper, and not drawn for it
    if (window.Plotly && drawn.figure && !scaled && place.clientWidth !== drawn.width) draw(window.Plotly, place);
  });
  const drawn = { observer, relit: () => ring(place) };
  places.set(place, drawn);
  document.addEventListener("lit", drawn.relit);
  observer.observe(place);
  return drawn;
}

function draw(Plotly, place) {
  const drawn = places.get(place);
  if (!place.isConnected || !place.clientWidth) return; // in a folded part: drawn when that opens
  const first = drawn.config === undefined;
  drawn.width = place.clientWidth;
  // One and the same for good, for with another one plotly would take the picture away and begin anew.
  drawn.config ??= { displaylogo: false, modeBarButtons: [[camera(Plotly, drawn)]] };
  const layout = { width: drawn.width, ...drawn.figure.layout, clickmode: "event", uirevision: "kept" };
  if (first) place.replaceChildren();
  Plotly.react(place, drawn.figure.data, layout, drawn.config).then(() => {
    label(place);
    ring(place);
  });
  if (first) place.on("plotly_click", ({ points }) => answer(points, place));
}

function camera(Plotly, drawn) {
  const click = (place) => Plotly.downloadImage(place, drawn.data.camera);
  return { name: "picture", title: "Download as a picture", icon: Plotly.Icons.camera, click };
}

function answer(points, place) {
  const behind = points.find(({ customdata }) => customdata)?.customdata[0];
  if (!behind) return;
  place.tabIndex = -1; // from here the keyboard goes on when what was opened is closed
  place.focus({ preventScroll: true });
  places.get(place).tell(String(behind));
}

// An outline around each mark whose words are open beside the page; panel.js says which those are. Of several marks
// with the same words, such as an arc and its number, the longest.
function ring(place) {
  for (const old of place.querySelectorAll(".ring")) old.remove();
  const lit = (document.documentElement.dataset.lit ?? "").split(" ").filter(Boolean);
  const { xaxis, yaxis, width, height } = place._fullLayout ?? {};
  if (!lit.length || !xaxis || !yaxis) return;
  const found = new Map();
  for (const trace of place._fullData) {
    for (const behind of new Set((trace.customdata ?? []).map(([one]) => String(one)))) {
      if (!behind.split(/, */).some((one) => lit.includes(one))) continue;
      const mark = outlined(trace, behind, xaxis, yaxis);
      if (!(found.get(behind)?.length >= mark.length)) found.set(behind, mark);
    }
  }
  if (!found.size) return;
  const picture = drawing("svg", { class: "ring", width, height, "aria-hidden": "true" });
  for (const { shapes } of found.values()) picture.append(...shapes);
  place.append(picture);
}

function outlined(trace, behind, xaxis, yaxis) {
  const points = trace.customdata.flatMap(([one], at) => (String(one) === behind ? [at] : []));
  const pixel = (axis, value) => axis._offset + axis.d2p(value);
  if (trace.type === "bar") {
    const boxes = points.map((at) => bar(trace, at, xaxis, yaxis));
    return { length: Infinity, shapes: boxes.map((box) => drawing("rect", { ...box, rx: 3, fill: "none", stroke: "currentColor", "stroke-width": 2 })) };
  }
  const [x, y] = [points.map((at) => pixel(xaxis, trace.x[at])), points.map((at) => pixel(yaxis, trace.y[at]))];
  const size = Math.max(8, ...[trace.marker?.size ?? 0].flat());
  return { length: Math.hypot(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)), shapes: along(x, y, size) };
}

// The pixels of a bar, which has a base, a length and a width; where it begins may be a day.
function bar(trace, at, xaxis, yaxis) {
  const one = (given) => (given !== null && typeof given === "object" ? given[at] : given ?? 0);
  const [along, across, name] = trace.orientation === "h" ? [xaxis, yaxis, "x"] : [yaxis, xaxis, "y"];
  const [base, middle] = [along.d2c(one(trace.base)), across.d2c(trace[name === "x" ? "y" : "x"][at])];
  const half = Number(one(trace.width)) / 2;
  const pixels = (axis, ...values) => values.map((value) => axis._offset + axis.c2p(value)).sort((a, b) => a - b);
  const ends = pixels(along, base, base + Number(trace[name][at]));
  const sides = pixels(across, middle - half, middle + half);
  const [[x0, x1], [y0, y1]] = name === "x" ? [ends, sides] : [sides, ends];
  return { x: x0 - 3, y: y0 - 3, width: x1 - x0 + 6, height: y1 - y0 + 6 };
}

// A band along some points of which only the edge is seen: a broad line without a narrower one on it.
function along(x, y, size) {
  const way = `M${x.map((at, place) => `${at} ${y[place]}`).join("L")}L${x.at(-1)} ${y.at(-1)}`;
  const id = `ring-${Math.random().toString(36).slice(2)}`;
  const line = { d: way, fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" };
  const mask = drawing("mask", { id, maskUnits: "userSpaceOnUse", x: 0, y: 0, width: "100%", height: "100%" });
  mask.append(
    drawing("rect", { width: "100%", height: "100%", fill: "white" }),
    drawing("path", { ...line, stroke: "black", "stroke-width": size }),
  );
  return [mask, drawing("path", { ...line, stroke: "currentColor", "stroke-width": size + 5, mask: `url(#${id})` })];
}

function drawing(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// One picture with its words for who cannot see it, instead of every label apart; and one that print can scale.
function label(place) {
  const [picture, ...rest] = place.querySelectorAll("svg.main-svg");
  if (!picture) return;
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", places.get(place).data.alt);
  for (const layer of rest) layer.setAttribute("aria-hidden", "true");
  const [wide, tall] = ["width", "height"].map((side) => picture.getAttribute(side));
  for (const layer of [picture, ...rest]) layer.setAttribute("viewBox", `0 0 ${wide} ${tall}`);
  place.style.setProperty("--shape", wide / tall);
}
