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
    if (window.Plotly && drawn.figure && place.clientWidth !== drawn.width) draw(window.Plotly, place);
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
  const layout = { width: drawn.width, ...drawn.figure.layout, clickmode: "event" };
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

// A frame around every mark whose words are open beside the page; panel.js says which those are.
function ring(place) {
  for (const old of place.querySelectorAll(".ring")) old.remove();
  const lit = (document.documentElement.dataset.lit ?? "").split(" ").filter(Boolean);
  const { xaxis, yaxis } = place._fullLayout ?? {};
  if (!lit.length || !xaxis || !yaxis) return;
  for (const trace of place._fullData) {
    const found = new Map();
    (trace.customdata ?? []).forEach(([behind], at) => {
      if (String(behind).split(/, */).some((one) => lit.includes(one))) found.set(behind, [...(found.get(behind) ?? []), at]);
    });
    for (const places of found.values()) place.append(framed(corners(trace, places, xaxis, yaxis), trace));
  }
}

// The pixels of some points of a trace; a bar has two corners.
function corners(trace, points, xaxis, yaxis) {
  const along = trace.orientation === "h" ? "x" : "y";
  const ends = (axis, at) => {
    const value = trace[axis][at];
    if (trace.type !== "bar") return [value];
    const base = Number([trace.base ?? 0].flat().at(trace.base?.length ? at : 0));
    const half = Number([trace.width ?? 0].flat().at(trace.width?.length ? at : 0)) / 2;
    return axis === along ? [base, base + Number(value)] : [Number(value) - half, Number(value) + half];
  };
  const pixels = (axis, name) => points.flatMap((at) => ends(name, at).map((value) => axis._offset + axis.d2p(value)));
  return [pixels(xaxis, "x"), pixels(yaxis, "y")];
}

function framed([x, y], trace) {
  const frame = document.createElement("div");
  frame.className = "ring";
  const room = trace.type === "bar" ? 3 : 4 + Math.max(...[trace.marker?.size ?? 0].flat()) / 2;
  const [left, top] = [Math.min(...x) - room, Math.min(...y) - room];
  Object.assign(frame.style, {
    left: `${left}px`, top: `${top}px`,
    width: `${Math.max(...x) + room - left}px`, height: `${Math.max(...y) + room - top}px`,
  });
  return frame;
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
  place.style.setProperty("--shape", `${wide} / ${tall}`);
}
