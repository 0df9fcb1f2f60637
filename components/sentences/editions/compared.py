"""What changed from one edition to another, in plain lines for a console; the words of the case on one line each."""

from collections.abc import Iterator

from components.letters import capital
from components.sentences.changes import effect_in_words, numbers_in_words
from components.sentences.citation import long_day
from components.sentences.counts import count
from data.editions.comparing import Changed, Compared, Field
from data.editions.rows import Key
from data.editions.sealing import Opened
from data.files.problems import Problem, visible
from data.models.changes import Change, Headline
from data.models.evidence import Evidence
from data.recording import headline_of

LONGEST = 160  # characters of a value on a console; the CSV has more
ORDER = "limits, claims with their documents, origins, the public record, the estimate, then everything else"
FIRST_FIELDS = ("title", "name", "quote", "statement", "says", "meaning", "label", "what")


def comparison_lines(told: Compared, held: Opened | None) -> list[str]:
    """What changed, what of it moved the headline, and every row; `held` is what the old edition says of itself."""
    if told.old.fingerprint == told.new.fingerprint and not told.changed:
        return [f"Nothing changed: both have {_version(told.new)}."]
    return [
        f"Then: {_version(told.old)}. Now: {_version(told.new)}.",
        *_headlines(told, held),
        "",
        *_movers(told),
        "",
        *_recorded(told),
        "",
        f"What changed, row by row ({_rows(len(told.changed))}):",
        *(line for row in told.changed for line in _row(row)),
    ]


def no_longer_read(held: Opened, problems: tuple[Problem, ...], now: Evidence) -> list[str]:
    """What can still be said of an edition whose evidence today's check does not take."""
    told = {name: visible(text, LONGEST) for name, text in held.told.items()}
    where = ", ".join(part for part in (problems[0].file, problems[0].place) if part)
    first = f"{count(len(problems), 'problem')}, first: {where}: {problems[0].what}"
    what = f"The evidence of this edition is not as today’s check asks ({first})"
    own = visible(held.words, 2_000) or "it names no number"
    return [
        f"{what}: its rows cannot be held against those of another.",
        f"Then, as the edition itself says (dataset {told.get('version', 'not named')}): {own}.",
        f"Now ({_version(now)}): {_line(numbers_in_words(headline_of(now), now), 2_000)}.",
    ]


def _headlines(told: Compared, held: Opened | None) -> Iterator[str]:
    before, after = _ends(told)
    then, now = (_line(numbers_in_words(one, of), 2_000) for one, of in ((before, told.old), (after, told.new)))
    yield f"Headline then: {then}."
    if held and held.words and _line(held.words, 2_000) != then:
        said = _line(held.words, 2_000)
        yield f"The old edition itself says: {said}. The difference to the line above is the program’s, not the data’s."
    yield f"Headline now: {now}."


def _ends(told: Compared) -> tuple[Headline, Headline]:
    if told.steps:
        return told.steps[0].before, told.steps[-1].after
    same = headline_of(told.new)
    return same, same


def _movers(told: Compared) -> Iterator[str]:
    moving = [step for step in told.steps if step.moved]
    if not moving:
        yield "No changed row moved the headline."
        return
    yield "What moved the headline, with the changed rows put in one after another:"
    for number, step in enumerate(moving, 1):
        effect = effect_in_words(step.before, step.after, told.new)
        effect = "by less than is shown." if effect == "none." else effect
        yield f"  {number}. {_named(step.rows)}: {_line(effect, 2_000)}"
    still = len(told.changed) - sum(len(step.rows) for step in moving)
    if still:
        yield f"  The other {_rows(still)} moved nothing."
    yield f"  (In this order: {ORDER}. Another order may share it out otherwise.)"


def _named(rows: tuple[Key, ...]) -> str:
    names = [visible(str(key), LONGEST) for key in rows]
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more, which only make sense together" * (len(names) > 4))


def _recorded(told: Compared) -> Iterator[str]:
    if told.since is None:
        yield "Nobody recorded the old state in the new record of changes, so no reason is known for what changed."
    elif not told.since:
        yield "Nobody recorded what was changed since, and why."
    else:
        yield "Recorded since:"
        yield from (f"  {_change(one)}" for one in told.since)
        if told.since[-1].fingerprint != told.new.fingerprint:
            yield "  After that the data were changed again, and nobody recorded what and why."


def _change(one: Change) -> str:
    words = (f"{_line(text, 1_000).rstrip('.')}." for text in (one.what, one.why))
    return f"{one.change_id}, {long_day(one.date)}: {' Why: '.join(words)}"


def _row(row: Changed) -> Iterator[str]:
    because = f" ({', '.join(one.change_id for one in row.reasons)})" if row.reasons else ""
    if row.how == "changed":
        yield f"{capital(visible(str(row.key), LONGEST))} changed{because}"
        yield from (f"    {_field(field)}" for field in row.fields)
        return
    fields = {field.name: field.after or field.before for field in row.fields}
    title = next((fields[name] for name in FIRST_FIELDS if name in fields), "")
    yield f"{capital(visible(str(row.key), LONGEST))} {row.how}{because}{f': {_line(title)}' if title else ''}"


def _field(field: Field) -> str:
    before, after = (_line(text) or "nothing" for text in (field.before, field.after))
    return f"{visible(field.name, LONGEST)}: {before} → {after}"


def _version(evidence: Evidence) -> str:
    last = f"last looked {long_day(evidence.case.as_of)}"
    return f"dataset {visible(evidence.case.version, LONGEST)} (fingerprint {evidence.fingerprint[:12]}, {last})"


def _line(text: str, longest: int = LONGEST) -> str:
    return visible(" ".join(text.split()), longest)


def _rows(many: int) -> str:
    return count(many, "row")
