// What stands around a figure that fills the window: its size and colour, links with their keys, and when they are in
// sight: while the pointer moves, never in a picture taken at rest.

const REST = 2500; // milliseconds

export default function slide({ data, parentElement }) {
  const whole = document.querySelector(".st-key-slide");
  const nav = parentElement.querySelector("nav");
  if (!whole || !nav) return undefined;
  whole.style.setProperty("--wide", `${data.width}px`);
  whole.style.setProperty("--tall", `${data.height}px`);
  whole.style.setProperty("--paper", data.paper);
  nav.replaceChildren(...data.links.map(link));
  nav.setAttribute("aria-label", "Around the figure");
  if (data.go) go(data.go);

  let waiting;
  const stir = () => {
    whole.dataset.stirred = "yes";
    clearTimeout(waiting);
    waiting = setTimeout(() => delete whole.dataset.stirred, REST);
  };
  const press = (event) => {
    const address = data.links.find(({ keys }) => keys?.includes(event.key))?.address;
    if (!address || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(address);
  };
  window.addEventListener("pointermove", stir);
  window.addEventListener("keydown", press);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("pointermove", stir);
    window.removeEventListener("keydown", press);
  };
}

function link({ label, address }) {
  const element = document.createElement("a");
  element.textContent = label;
  element.href = within(address);
  element.addEventListener("click", (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(address);
  });
  return element;
}

// Pages live beside each other, whatever path the app is served under; one within a frame stays as it is embedded.
function within(address) {
  const found = new URL(address || ".", document.baseURI);
  for (const [name, value] of new URLSearchParams(window.location.search)) {
    if (name.startsWith("embed")) found.searchParams.append(name, value);
  }
  return found.href;
}

// Streamlit follows the browser's history, so the page changes without loading the app again.
function go(address) {
  window.history.pushState({}, "", within(address));
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}
