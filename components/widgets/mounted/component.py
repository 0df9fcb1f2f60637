"""Components of our own. The browser fetches their scripts as files, so no policy need allow scripts from blob:."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

FOLDER = Path(__file__).parents[1] / "browser"  # everything in it is handed to anybody who asks
FAMILY = "barrelwatch"
_announcing = Lock()


class Component(NamedTuple):
    """A component by the name of its script in the folder; a style of that name goes with it if it is `styled`.

    One that is not `scripted` has a style alone. One that is not `isolated` shares the styles of the page, and its own
    are those of the page.
    """

    name: str
    html: str
    styled: bool = False
    isolated: bool = True
    scripted: bool = True

    @property
    def full_name(self) -> str:
        """The name under which Streamlit knows it, and serves its files."""
        return f"{FAMILY}.{self.name}"

    def __call__(self, **mounted: Any) -> Any:  # noqa: ANN401 - what Streamlit takes and gives
        """Put it on the page, with its `key`, `data` and whatever else Streamlit's components take."""
        if self.scripted:
            _announce(self)
        return _declared(self)(**mounted)


def folders() -> dict[str, Path]:
    """Where the files of every component lie, by the address below that of the app at which Streamlit serves them."""
    names = sorted(script.stem for script in FOLDER.glob("*.js"))
    return {f"/_stcore/bidi-components/{FAMILY}.{name}": FOLDER for name in names}


@cache
def _declared(component: Component) -> Callable[..., Any]:
    css = (FOLDER / f"{component.name}.css").read_text(encoding="utf-8") if component.styled else None
    return st.components.v2.component(
        component.full_name,
        html=component.html,
        css=css,
        js=f"{component.name}.js" if component.scripted else None,
        isolate_styles=component.isolated,
    )


def _announce(component: Component) -> None:
    """Say to Streamlit where the files of a component are, once for each server.

    It learns that from the manifests of installed packages alone, and this app runs without being installed.
    """
    manager = get_bidi_component_manager()
    with _announcing:  # a second announcement would take away what a session has just declared
        if manager.get_component_asset_root(component.full_name) is None:
            config = ComponentConfig(component.name, asset_dir=FOLDER.name)
            manager.register_from_manifest(ComponentManifest(FAMILY, "", [config]), FOLDER.parent)
