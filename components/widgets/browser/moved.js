// Goes on to the address that a page has now, with all that stood behind the old one; the way back does not stop here.
export default function leave({ data }) {
  const address = new URL(window.location.href);
  address.pathname = address.pathname.replace(/[^/]*\/?$/, data.page);
  if (address.href !== window.location.href) window.location.replace(address);
}
