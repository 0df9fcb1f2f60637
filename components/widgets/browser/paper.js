// What a page needs on paper: above it which case, data and address it is, and light figures even from a dark screen.

const COLOUR = /#[0-9a-f]{6}\b|rgba?\((\d+), ?(\d+), ?(\d+)/gi;
const PAINTED = ["style", "fill", "stroke"];

export default function paper({ data, parentElement }) {
  const head = parentElement.querySelector(".letterhead");
  const media = window.matchMedia("print");
  let before; // what was written in the figures, while they are light
  const lighten = () => {
    head.textContent = `${data.words} ${window.location.href}`;
    before ??= data.colours ? painted().map(([part, name, value]) => [part, name, value, repaint(part, name, value)]) : [];
  };
  const restore = () => {
    for (const [part, name, value] of before ?? []) part.setAttribute(name, value);
    before = undefined;
  };
  const repaint = (part, name, value) => part.setAttribute(name, value.replace(COLOUR, lightened));
  const lightened = (colour, ...rgb) => {
    const own = colour[0] === "#" ? colour : `#${rgb.slice(0, 3).map((one) => Number(one).toString(16).padStart(2, "0")).join("")}`;
    const light = data.colours[own.toLowerCase()];
    if (!light || colour[0] === "#") return light ?? colour;
    const parts = [1, 3, 5].map((at) => parseInt(light.slice(at, at + 2), 16));
    return `${colour.slice(0, colour.indexOf("("))}(${parts.join(", ")}`;
  };
  const turned = () => (media.matches ? lighten() : restore());
  window.addEventListener("beforeprint", lighten);
  window.addEventListener("afterprint", restore);
  media.addEventListener("change", turned);
  turned();
  return () => {
    restore();
    window.removeEventListener("beforeprint", lighten);
    window.removeEventListener("afterprint", restore);
    media.removeEventListener("change", turned);
  };
}

// Everything in figures that names a colour: the element, the attribute and what it says.
function painted() {
  return [...document.querySelectorAll(".chart svg, .chart svg *")].flatMap((part) =>
    PAINTED.map((name) => [part, name, part.getAttribute(name)]).filter(([, , value]) => value?.match(COLOUR)),
  );
}
