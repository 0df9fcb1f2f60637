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
    window.Plotly?.purge(place);
  };
}

function begun(place) {
  const observer = new ResizeObserver(() => {
    if (window.Plotly && drawn.figure && place.clientWidth !== drawn.width) draw(window.Plotly, place);
  });
  const drawn = { observer };
  places.set(place, drawn);
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
  Plotly.react(place, drawn.figure.data, layout, drawn.config).then(() => label(place));
  if (first) place.on("plotly_click", ({ points }) => answer(points, drawn));
}

function camera(Plotly, drawn) {
  const click = (place) => Plotly.downloadImage(place, drawn.data.camera);
  return { name: "picture", title: "Download as a picture", icon: Plotly.Icons.camera, click };
}

function answer(points, drawn) {
  const behind = points.find(({ customdata }) => customdata)?.customdata[0];
  if (behind) drawn.tell(String(behind));
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
