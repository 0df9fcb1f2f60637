// Says which of the known widths the window has, once and after each change, so that figures can be drawn for it; and
// leads into the field that searches at a press of "/"; keeps pasted names apart; and names what unfolds the pages on a
// phone as it is seen.
export default function watch({ data, setStateValue }) {
  const queries = Object.entries(data.below).map(([name, pixels]) => [name, window.matchMedia(`(max-width: ${pixels}px)`)]);
  const paper = window.matchMedia("print");
  const tell = () => {
    if (paper.matches) return; // figures are scaled to paper, not drawn for it
    const name = queries.find(([, query]) => query.matches)?.[0] ?? "wide";
    if (name !== data.known) setStateValue("width", name);
  };
  document.documentElement.dataset.drawnFor = data.known;
  for (const [, query] of queries) query.addEventListener("change", tell);
  const search = (event) => {
    const at = event.composedPath()[0];
    const writing = at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName ?? "");
    const field = document.querySelector(`input[aria-label="${CSS.escape(data.search)}"]`);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
  // A field of one line would run the lines and cells of a pasted list together. While one page gives way to another two
  // of these listen: the second leaves alone what the first has taken.
  const paste = (event) => {
    const field = event.composedPath()[0];
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (event.defaultPrevented || field.type !== "search" || !/[\t\r\n]/.test(text)) return;
    event.preventDefault();
    document.execCommand("insertText", false, text.replace(/\s*[\t\r\n]+\s*/g, "; "));
  };
  const header = document.querySelector('[data-testid="stHeader"]');
  const name = () => header?.querySelector('[data-testid="stExpandSidebarButton"]')?.setAttribute("aria-label", "Pages");
  const unfolded = new MutationObserver(name);
  if (header) unfolded.observe(header, { childList: true, subtree: true });
  document.addEventListener("keydown", search);
  document.addEventListener("paste", paste);
  name();
  tell();
  return () => {
    unfolded.disconnect();
    document.removeEventListener("keydown", search);
    document.removeEventListener("paste", paste);
    for (const [, query] of queries) query.removeEventListener("change", tell);
  };
}
