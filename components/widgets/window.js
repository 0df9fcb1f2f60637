// Says once, and after each change, whether the window is narrow, so that figures can be drawn for it.
export default function watch({ data, setStateValue }) {
  const query = window.matchMedia(`(max-width: ${data.narrow}px)`);
  const tell = () => {
    if (query.matches !== data.known) setStateValue("narrow", query.matches);
  };
  query.addEventListener("change", tell);
  tell();
  return () => query.removeEventListener("change", tell);
}
