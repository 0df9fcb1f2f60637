"""The address and what the reader has chosen: query parameters with permanent ids, tied to widgets both ways."""

import os
from collections.abc import Callable, Collection, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.sentences.citation import CITING
from data.models.assumptions import CHOICES
from data.models.links import is_base, opens_here_only

LONGEST_PARAMETER = 400
PARAMETERS = frozenset(
    {"claim", "document", "event", "kind", "lane", "layer", "reading", "record", "standing", "topic", "volume", "words"}
    | {"slides", "compared"}
    | {"figure", "format", "part"}
    | {"beside", "find", "of", "paragraph", "year"}
    | {"from", "to"}
    | set(CHOICES)
)
KEPT, PAGE, ARRIVED = "kept from page to page", "page of this run", "just come to this page"
SLOT = "place beside the title"
PUBLIC_VARIABLE = "BARRELWATCH_PUBLIC_URL"  # hosting/settings.py checks it
VIEWS = "what was chosen on each page"
OPENS = "what may be open on every page"
OPENED = ("claim", "event", "record")  # what names the words that are open beside a page


def on_page(name: str) -> None:
    """Note which page this run shows, and whether the reader has just come to it."""
    st.session_state[ARRIVED] = st.session_state.get(PAGE) != name
    st.session_state[PAGE] = name


def page_of_run() -> str:
    """The page that this run shows, by its name in the address; empty for the first one."""
    page: str = st.session_state.get(PAGE, "")
    return page


def keep_slot(slot: DeltaGenerator) -> None:
    """Keep a place of this run's page that is filled when the page has run, and its address is complete."""
    st.session_state[SLOT] = slot


def taken_slot() -> DeltaGenerator | None:
    """The place that the page has kept in this run; None if it kept none."""
    slot: DeltaGenerator | None = st.session_state.pop(SLOT, None)
    return slot


def parameter(name: str) -> str | None:
    """A query parameter of the address, the first of several, cut to a harmless length; None without one."""
    values = st.query_params.get_all(name)
    return values[0][:LONGEST_PARAMETER] if values and values[0] else None


def parameters(name: str) -> list[str]:
    """All values of a query parameter, each cut to a harmless length."""
    return [value[:LONGEST_PARAMETER] for value in st.query_params.get_all(name) if value]


def set_parameter(name: str, value: str | None) -> None:
    """Write a selection into the address, or take it out."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def clear_parameters(names: Collection[str]) -> None:
    """Take several selections out of the address, in one step of the browser's way back."""
    rest = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
    if len(rest) < len(st.query_params):
        st.query_params.from_dict(rest)


def may_open(values: Mapping[str, Collection[str] | None]) -> None:
    """Note which parameters mean something on every page of this run, with the values that name something."""
    st.session_state[OPENS] = values


def open_beside(names: Mapping[str, str]) -> None:
    """Write what is to be open into the address in place of what was, in one step of the browser's way back."""
    rest = {name: st.query_params.get_all(name) for name in st.query_params if name not in OPENED}
    st.query_params.from_dict(rest | dict(names))


def query() -> dict[str, list[str]]:
    """All query parameters of the address that mean something here, without what a cited link says of its data."""
    return {name: parameters(name) for name in st.query_params if name in PARAMETERS}


def citing() -> dict[str, list[str]]:
    """All query parameters of a cited link; none of an address that cites no data."""
    return {name: parameters(name) for name in st.query_params} if any(map(parameters, CITING)) else {}


def base_address() -> str:
    """Where others find the app, without page and query: where this reader does, or, if that leads every computer to
    itself, where the host says; empty where nobody knows.
    """
    address = st.context.url or ""
    seen = address.split("?")[0].removesuffix("/").removesuffix(f"/{st.session_state.get(PAGE, '')}").rstrip("/")
    told = os.environ.get(PUBLIC_VARIABLE, "").strip().rstrip("/")
    return told if is_base(told) and (not seen or opens_here_only(seen)) else seen


def note_view() -> None:
    """Keep what is chosen on this page, for the page that hands views out."""
    views, page = st.session_state.setdefault(VIEWS, {}), st.session_state.get(PAGE, "")
    views.pop(page, None)
    views[page] = query()  # the page last seen stands last


def gather(names: Collection[str], pages: Collection[str], renamed: Mapping[tuple[str, str], str]) -> None:
    """Take over what was last chosen on some pages, where the reader comes without any of these parameters.

    `renamed` gives a parameter of a page another name here, where two pages mean different things by one.
    """
    if not st.session_state.get(ARRIVED) or any(name in st.query_params for name in names):
        return
    views: dict[str, dict[str, list[str]]] = st.session_state.get(VIEWS, {})
    found = {
        new: values
        for page in views
        if page in pages
        for name, values in views[page].items()
        if (new := renamed.get((page, name), name)) in names
    }
    if found:
        st.query_params.from_dict({name: st.query_params.get_all(name) for name in st.query_params} | found)


def carry_over(names: Collection[str]) -> None:
    """Keep the parameters of these names from page to page: one that comes without them gets those of the last page.

    On a page that stays, the address alone counts; so they can be taken away, and the browser's way back leads back.
    """
    kept: dict[str, list[str]] = st.session_state.setdefault(KEPT, {})
    standing = set(st.query_params)  # asked once: each look into the address costs as much as all of this
    given = {name: st.query_params.get_all(name) for name in names if name in standing}
    if given or not st.session_state.get(ARRIVED):
        for name in names:
            kept.pop(name, None)
        kept |= given
    else:
        for name in names:
            if name in kept:
                st.query_params[name] = kept[name]


def in_address(
    name: str,
    allowed: Collection[str] | None,
    several: bool,
    otherwise: str | None = None,
    read: Callable[[str], str] = str,
) -> Callable[[], None]:
    """Tie the widget with key `name` to the address; call it before the widget, and give it the result as `on_change`.

    The address holds ids, which are permanent, and wins when it was changed from outside: by a pasted link, or by the
    browser's way back. `allowed` are the values that name something; None allows any text that is not too long.
    `otherwise` is what a widget for one value shows when the address names none. What a reader types is taken as `read`
    reads it; what then names nothing does not come into the address.
    """
    given = [value for value in st.query_params.get_all(name) if _names_something(value, allowed)]
    told = f"told {name}"
    if st.session_state.get(told) != given or name not in st.session_state:
        st.session_state[told] = given
        st.session_state[name] = given if several else given[0] if given else otherwise

    def changed() -> None:
        value = st.session_state[name]
        # Whatever is written is sent to the browser, and would take back the next press of a key that is already there.
        if isinstance(value, str) and (taken := read(value)) != value:
            value = st.session_state[name] = taken
        values = list(value) if several else [value] if value else []
        if not all(_names_something(one, allowed) for one in values):
            return  # it stays in its field, which says so; the address stays as it is
        st.session_state[told] = values
        left = (name, *CITING, *(OPENED if name in OPENED else ()))  # one thing is open at a time
        chosen = {key: st.query_params.get_all(key) for key in st.query_params if key not in left}
        # In one step: each would be one of its own on the browser's way back.
        st.query_params.from_dict(chosen | ({name: values} if values else {}))

    return changed


def hand_in(name: str) -> None:
    """Take what was typed into the field with key `name` out of it, for the run that begins."""
    st.session_state[f"handed in {name}"] = st.session_state[name]
    st.session_state[name] = ""


def handed_in(name: str) -> str:
    """What was handed in with that field, told once; empty without it."""
    return str(st.session_state.pop(f"handed in {name}", ""))


def both_in_address(key: str, names: tuple[str, str], allowed: Collection[str]) -> Callable[[], None]:
    """Tie a widget for one value to two parameters that both have it, as in_address does; nothing is chosen in it
    where they differ. Taking the value away takes both away.
    """
    first, second = map(parameter, names)
    st.session_state[key] = first if first == second and first in allowed else None

    def changed() -> None:
        value = st.session_state[key]
        chosen = {name: st.query_params.get_all(name) for name in st.query_params if name not in (*names, *CITING)}
        st.query_params.from_dict(chosen | ({name: [value] for name in names} if value else {}))

    return changed


def tell_widgets_again() -> None:
    """Let the next run hand each widget its value from the address once more: the browser may have missed it."""
    for key in [key for key in st.session_state if str(key).startswith("told ")]:
        del st.session_state[key]


def refused_parameters(allowed: Mapping[str, Collection[str] | None]) -> list[str]:
    """Names of query parameters that mean nothing on this page, or with a value that names nothing.

    None allows any text that is not too long. A name that no page knows is not ours to judge. What may be open on every
    page is known without being named.
    """
    given = set(st.query_params)
    allowed = {**allowed, **st.session_state.get(OPENS, {})}
    wrong = [
        name
        for name in allowed
        if any(not _names_something(value, allowed[name]) for value in st.query_params.get_all(name))
    ]
    return wrong + sorted(given & PARAMETERS - allowed.keys())


def _names_something(value: str, allowed: Collection[str] | None) -> bool:
    return len(value) <= LONGEST_PARAMETER if allowed is None else value in allowed


def clicked(key: str) -> str:
    """The custom data of the mark whose click has started this run, in the chart of that key; empty without one."""
    told = st.session_state.get(key) or {}
    return str(told.get("clicked") or "")
