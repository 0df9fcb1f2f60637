// How the page looks, measured in the browser; test_looks.py calls one of these functions.

// The visible elements of our markup, in every shadow root.
function ours() {
  return [...document.querySelectorAll("*")]
    .map((host) => host.shadowRoot?.querySelector(".root"))
    .filter(Boolean)
    .flatMap((root) => [...root.querySelectorAll("*")])
    .filter((element) => element.checkVisibility());
}

// What scrolls sideways or sticks out of the window, save inside a region that scrolls by itself.
function sideways() {
  const main = document.querySelector('[data-testid="stMain"]');
  const scrolling = [document.documentElement, main].filter((element) => element.scrollWidth > element.clientWidth);
  const streamlits = [...document.querySelectorAll('[data-testid="stMain"] [data-testid]')];
  const out = [...ours(), ...streamlits].filter(
    (element) => !element.closest(".scroll, svg") && element.getBoundingClientRect().right > innerWidth + 1,
  );
  return [...scrolling, ...out].map((element) => element.outerHTML.slice(0, 160));
}

// The visible elements that Streamlit puts on the page, without those that wait for something and are pale for it.
function streamlits() {
  return [...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter((element) => element.checkVisibility() && !element.closest(":disabled, :has(> :disabled), script, style, [data-testid=stIconMaterial]"));
}

// How far each text of some elements stands out, of our markup if nothing else is said, in the colours one sees.
function contrasts(elements = ours()) {
  const found = [];
  for (const element of elements) {
    const own = [...element.childNodes].filter((part) => part.nodeType === Node.TEXT_NODE).map((part) => part.data);
    const words = own.join("").trim();
    if (!words) continue;
    const behind = ground(element);
    const ink = over(rgba(getComputedStyle(element).color), behind);
    const [dark, bright] = [luminance(behind), luminance(ink)].sort((a, b) => a - b);
    const name = element.className || element.tagName;
    found.push([(bright + 0.05) / (dark + 0.05), `${name}: ${words.slice(0, 40)}`]);
  }
  return found;
}

// A colour in any notation: the canvas reads all of them.
const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
  willReadFrequently: true,
});

function rgba(colour) {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(top, below) {
  return top.slice(0, 3).map((part, at) => part * top[3] + below[at] * (1 - top[3]));
}

// The colour behind an element: backgrounds laid over one another, through the shadow roots up to the page.
function ground(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    layers.push(rgba(getComputedStyle(at).backgroundColor));
  }
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
}

function luminance(colour) {
  const parts = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
