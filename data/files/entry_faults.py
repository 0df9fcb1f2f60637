"""What pydantic finds wrong with an entry, in a curator's words and none of the library's."""

import re
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.files.problems import Problem, shown
from data.models.entry import Entry

# What pydantic calls a fault -> what was expected and what to do; {} are the limits that a key sets.
WHOLE = ("a whole number", "Write a whole number in digits, without quotation marks.")
DIGITS = ("a number", "Write the number in digits, without quotation marks.")
LIST = ("a list", 'Write a list in square brackets, such as ["S01", "S02"], or [[…]] before each entry.')
TABLE = ("a table of keys", "Write its name in double square brackets, then its keys, as FORMAT.md says.")
PHRASES: dict[str, tuple[str, str]] = {
    "string_type": ("words in quotation marks", "Put the value in quotation marks."),
    "string_too_long": ("at most {max_length} characters", "Shorten it to at most {max_length} characters."),
    "int_type": WHOLE,
    "int_from_float": WHOLE,
    "int_parsing": WHOLE,
    "int_parsing_size": WHOLE,
    "float_type": DIGITS,
    "float_parsing": DIGITS,
    "finite_number": ("a number that ends", "Write the number in digits: infinite is none."),
    "greater_than": ("a number greater than {gt}", "Write a number greater than {gt}."),
    "greater_than_equal": ("a number of at least {ge}", "Write a number of at least {ge}."),
    "less_than": ("a number less than {lt}", "Write a number less than {lt}."),
    "less_than_equal": ("a number of at most {le}", "Write a number of at most {le}."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "tuple_type": LIST,
    "model_type": TABLE,
    "model_attributes_type": TABLE,
}
# Should a model come to ask for more than this table knows, a curator still reads no library's words.
UNFORESEEN = ("what FORMAT.md says", "Mend the value; FORMAT.md says what stands here.")


def problems_of(error: ValidationError, model: type[Entry], name: str, place: str) -> Iterator[Problem]:
    """A problem for each thing that is wrong with an entry of this model, which stands at a place of a file."""
    for detail in error.errors(include_url=False):
        keys = ".".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
        where = ", ".join(part for part in (place, keys) if part)
        # A whole entry tells a curator nothing: the place already names it.
        seen = "" if isinstance(detail["input"], dict | Entry) else shown(detail["input"])
        if detail["type"] == "contract":
            for refusal in detail["ctx"]["refusals"]:
                yield Problem(name, where, refusal.what, seen, remedy=refusal.remedy)
        else:
            yield _problem(detail, model, name, where, seen)


def _problem(detail: ErrorDetails, model: type[Entry], name: str, where: str, seen: str) -> Problem:
    context, in_cell = detail.get("ctx", {}), name.endswith(".csv")
    match detail["type"]:
        case "missing" if in_cell:
            return Problem(name, where, "this cell is empty", remedy="Fill it; FORMAT.md says what stands in it.")
        case "missing":
            return Problem(name, where, "this key is missing", remedy="Add it; FORMAT.md says what stands in it.")
        case "extra_forbidden":
            near = _nearest(str(detail["loc"][-1]), model) if len(detail["loc"]) == 1 else None
            remedy = f"Did you mean {near}? Otherwise remove it." if near else "Remove it, or mend its name."
            return Problem(name, where, "nobody knows this key", seen, remedy=remedy)
        case "literal_error":
            remedy = f"Write {_choice(context['expected'], in_cell)}."
            return Problem(name, where, "this word is not in the list", seen, remedy=remedy)
        case fault:
            expected, remedy = PHRASES.get(fault, UNFORESEEN)
            limits = {key: _limit(limit) for key, limit in context.items()}
            return Problem(name, where, "this value is wrong", seen, expected.format(**limits), remedy.format(**limits))


def _choice(expected: str, in_cell: bool) -> str:
    """The words to choose from, as they are written: in TOML with their quotation marks, in a cell without."""
    words = re.findall(r"'([^']*)'", expected)
    *others, last = words if in_cell else [f"'{word}'" for word in words]
    return f"{', '.join(others)} or {last}" if others else last


def _limit(limit: object) -> str:
    return f"{limit:,.0f}" if isinstance(limit, int | float) and limit == int(limit) else f"{limit}"


def _nearest(key: str, model: type[Entry]) -> str | None:
    from rapidfuzz import process  # only a mistyped key needs it

    known = [field.alias or name for name, field in model.model_fields.items()]
    found = process.extractOne(key[:80], known, score_cutoff=70)
    return found[0] if found else None
