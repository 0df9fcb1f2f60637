// Says which of the known widths the window has, once and after each change, so that figures can be drawn for it.
export default function watch({ data, setStateValue }) {
  const queries = Object.entries(data.below).map(([name, pixels]) => [name, window.matchMedia(`(max-width: ${pixels}px)`)]);
  const tell = () => {
    const name = queries.find(([, query]) => query.matches)?.[0] ?? "wide";
    if (name !== data.known) setStateValue("width", name);
  };
  document.documentElement.dataset.drawnFor = data.known;
  for (const [, query] of queries) query.addEventListener("change", tell);
  tell();
  return () => {
    for (const [, query] of queries) query.removeEventListener("change", tell);
  };
}
