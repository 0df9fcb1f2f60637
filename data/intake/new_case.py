"""A new seeds folder that is sound from the first day and says in its own files what is to be written into it."""

import os
import tempfile
from datetime import date, datetime
from pathlib import Path
from shlex import quote

from data.files.problems import shown
from data.files.unreadable import reason
from data.intake.adding import add_document, received_file
from data.intake.ids import free_id
from data.intake.received import Received
from data.intake.refusals import NotTaken
from data.models.entry import LONGEST_WORDS, Entry
from data.models.event import Event
from data.models.evidence import Origin
from data.models.limits import Limit
from data.texts.folds import as_basic_toml

MORE = '--id lake-report --title "Lake report" --language en'  # what add-document asks for
LABEL = "A"  # of the first document
CASE = """\
# What the case is. Every key is told in FORMAT.md; `python -m barrelwatch check --seeds DIR` names what is wrong.
format = 1
title = {title}
question = {question}
version = "0.1.0"       # of these data; raise it when you give them out
as_of = "{today}"    # the day on which you last looked

[subject]
supplier = "the supplier"       # who delivers, in the words of the page
recipient = "the recipient"     # who receives
deliveries = "deliveries"       # plural, for titles: "Reported deliveries are ..."
volume_topic = "volume"         # the topic whose numbers are held against the limit
# headline_limit = "..."        # the limit_id of limits.csv that is shown; without it nothing is compared

[source_summary]
text = "Nothing is summed up yet."
claims = []             # the claims that the sentence rests on

# A lane of the timeline; write more below it, each with an id of its own.
[[lane]]
id = "events"
title = "Events"

# A topic of claims; its lane gives it colour and sign.
[[topic]]
id = "volume"
title = "How much"
lane = "events"

# What numbers count. `words` are more words by which texts name it, in any language.
[[unit]]
id = "piece"
one = "piece"
many = "pieces"
words = []
"""
QUESTIONS = """\
# What is asked of every document. Take the marks away and fill in:
#
# [[question]]
# id = "how-much"
# title = "How much"
# asks = "How much was delivered?"
# figure = true                     # it asks for a number
# reading = "one-document"          # FORMAT.md lists the readings
# why = "Only one document gives a number"
#
# [[question.cell]]
# document = "..."                  # a folder of documents/
# claims = ["A01"]
# words = "what it answers, in a few words"
"""
README = """\
{title}
{line}

{question}

This folder is a case: the texts, what they say word for word, and what is made of it. It is sound, and empty so far.

1. Bring a text in:       python -m barrelwatch add-document FILE {more} --seeds {folder}
2. Where words stand:     python -m barrelwatch anchor "some words" --document A --seeds {folder}
3. Look whether all fits: python -m barrelwatch check --seeds {folder}
4. See it:                BARRELWATCH_SEEDS={folder} streamlit run dashboard.py

case.toml       what the case is: who, whom, lanes, topics, units; every line says what it is
documents/      a folder for each text, with the words quoted from it
events.csv      what the timeline draws
questions.toml  what is asked of every text
limits.csv      the limit as data: at most or at least, by year, quarter or month, or on every day
origins.csv     who stands behind whom

The format is told in seeds/FORMAT.md beside the program.
"""


class NotMade(Exception):
    """A case was not made, and nothing was written: its words say why, and what to do instead."""


def new_case(
    folder: Path, title: str, question: str, now: datetime, document: Path | None = None, address: str = ""
) -> str:
    """Make a folder, whole or not at all, with one document if it is given; what to do next, in a sentence.

    Raises NotMade where anything stands already, where it cannot be written, and for a document that is not taken.
    """
    for name, text in (("title", title), ("question", question)):
        if not text.strip() or not text.isprintable() or len(text) > LONGEST_WORDS:
            raise NotMade(f"Give as {name} one line of plain words, of at most {LONGEST_WORDS:,} characters.")
    if os.path.lexists(folder):
        raise NotMade(f"{shown(str(folder))}: something stands there already. Name a new folder.")
    try:
        received = received_file(document, address, now) if document else None
        _made(folder, title, question, now.astimezone().date(), received)
    except NotTaken as why:
        raise NotMade(f"{shown(str(document))}: {why}") from None
    except OSError as error:
        raise NotMade(f"{shown(str(error.filename or folder))}: {reason(error)}. Nothing was written.") from None
    seeds = f"--seeds {quote(str(folder))}"
    onward = f'anchor "some words" --document {LABEL} {seeds}' if document else f"add-document FILE {MORE} {seeds}"
    return f"Written, and sound: {shown(str(folder))}. Next: python -m barrelwatch {onward}"


def _made(folder: Path, title: str, question: str, today: date, received: Received | None) -> None:
    """Write the folder beside its place and put it there in one step."""
    with tempfile.TemporaryDirectory(dir=folder.absolute().parent, prefix=".new-case-") as room:
        made = Path(room) / folder.name
        (made / "documents").mkdir(parents=True)
        for name, content in _files(folder, title, question, today).items():
            (made / name).write_text(content, encoding="utf-8", newline="")
        if received:
            _bring_in(made, received)
        made.rename(folder)


def _files(folder: Path, title: str, question: str, today: date) -> dict[str, str]:
    words = {"title": as_basic_toml(title), "question": as_basic_toml(question)}
    plain = {"title": title, "question": question, "line": "=" * len(title), "folder": quote(str(folder)), "more": MORE}
    return {
        "case.toml": CASE.format(**words, today=today.isoformat()),
        "questions.toml": QUESTIONS,
        "README.md": README.format(**plain),
        "events.csv": _header(Event),
        "limits.csv": _header(Limit),
        "origins.csv": _header(Origin),
    }


def _header(model: type[Entry]) -> str:
    """The header of a CSV file with every column, the optional ones too."""
    return f"{','.join(field.alias or name for name, field in model.model_fields.items())}\n"


def _bring_in(made: Path, received: Received) -> None:
    document_id = free_id(Path(received.name).stem, "document", ())
    add_document(received, made, document_id, {"label": LABEL, "title": f"[{received.name}]", "language": "en"})
