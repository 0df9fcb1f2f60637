"""What the file is: how it is cited and checked, what it does not hold, how its data have changed, and its licence."""

from components.edition.pen import Page, Pen
from components.edition.written import text
from components.nodes.changes import changes
from components.nodes.node import copier, node
from components.sentences.citation import citation

CHECKED = (
    "The file carries a seal: the SHA-256 sum of all that is in it. Your browser reckons it again when it is opened, "
    "and that of every page, every stored text and every quote, and says at the top of the page what it found."
)
BY_HAND = (
    "The same on a command line, with Python alone: python verify.py and the name of this file; verify.py lies in the "
    "data download of the dashboard. Whoever changes a file could seal it anew: the seal that counts is the one that "
    "its publisher told you."
)
LEFT_OUT = (
    "Everything here stands as it is sourced, and nothing is filtered; only on the page of the estimate can other "
    "values be tried. Filters, slides and downloads are those of the dashboard. Texts of cited facts are not in it, "
    "for the dataset holds their addresses alone. The evidence itself is in the file, and the dashboard compares two "
    "of them row by row."
)


def about(pen: Pen, file_name: str) -> Page:
    """How to cite and to check the file, what is not in it, and what changed before it."""
    told = citation(pen.evidence, "Overview", "", None, edition=file_name)
    cited = node("p", told.plain, cls="cite", id="cite-edition")
    body = [
        pen.head("Cite this edition", "cite"),
        pen.nodes(cited, node("p", copier("cite-edition", "Copy the citation"))),
        pen.head("Is it as it was sealed?", "verify"),
        *(f"<p>{text(one)}</p>" for one in (CHECKED, BY_HAND)),
        pen.head("What is not in it"),
        f"<p>{text(LEFT_OUT)}</p>",
        pen.head("What changed, and when"),
        pen.nodes(*changes(pen.evidence)),
    ]
    return Page("about", "About this edition", "".join(body))
