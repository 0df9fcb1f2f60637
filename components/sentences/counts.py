"""Numbers of things, in words."""

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(many: int, thing: str, plural: str = "") -> str:
    """A number with its thing: "17 events", "1 event"."""
    return f"{many:,} {thing if many == 1 else plural or thing + 's'}"


def in_words(many: int) -> str:
    """A small number as a word, a large one in digits."""
    return SMALL[many] if many < len(SMALL) else f"{many:,}"


def listed(things: list[str]) -> str:
    """Things in a row: "a, b and c"."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}" if things else ""
