"""What stands at an address that a page had before: nothing but the way to where the page is now."""

from components.widgets.mounted.component import Component

_COMPONENT = Component("moved", "<span></span>")


def leave_for(page: str) -> None:
    """Send the browser on to the page of that name, in place of this one, with the same query."""
    _COMPONENT(data={"page": page}, key="moved")
