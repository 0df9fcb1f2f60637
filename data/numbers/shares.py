"""A number that others are measured against, half of it or a fifth more than it, is no amount by itself."""

import re

from data.numbers.folding import folded

PERCENT = r"\d+(?:[.,]\d+)? ?(?:%|٪|per ?cent|percent|pct|prozent|pour ?cent|por ciento|процент\w*|відсот\w*)"
TIMES = (
    r"(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|zwei|drei|vier|fünf|sechs|sieben|acht"
    r"|neun|zehn|hundert|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|diez|cien|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|дві|чотири|п'ять|шість|сім|вісім|дев'ять)"
)
FRACTION = r"(?:\d{1,2} ?[/⁄] ?\d{1,2}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])"
# A share or a multiple with all that stands between it and the number; one line a language. A comma ends it.
BEFORE = (
    # In digits, in any language; without “of” behind it, it may be a day.
    rf"{FRACTION} (?:of|von|der|des|de|du|del|от|из|від|з|зі|із|من)",
    # English
    (
        rf"(?:{PERCENT}|(?:an?|one|two|three|four|five|six|seven|eight|nine|by)[ -]"
        r"(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?: again)?)"
        r" (?:(?:more|less|fewer|higher|lower|greater|larger|smaller) than|above|below|over|under|short of|in excess of"
        r"|of)"
    ),
    (
        r"(?:half|a third|a quarter|two[ -]thirds|three[ -]quarters|twice|double|triple|treble|quadruple)"
        r" (?:(?:of )?(?:that of|the|those|these|its|their)|of|as (?:many|much|high|large) as)"
    ),
    rf"(?:twice|thrice|double|triple|treble|{TIMES} times)(?: the| of)?",
    rf"(?:{TIMES} times|twice) (?:as (?:many|much|high|large) as|more than|higher than|over|above)",
    # German
    (
        rf"(?:{PERCENT}|(?:ein|zwei|drei|vier) (?:halb|drittel|viertel|fünftel|zehntel)\w*|um die hälfte)"
        r" (?:(?:mehr|weniger|höher|niedriger|größer|kleiner|geringer) als|über|unter|oberhalb|unterhalb|von|der|des)"
    ),
    rf"(?:halb|doppelt|{TIMES}mal) so (?:viele?|hoch|groß) wie",
    r"(?:die hälfte|(?:das )?(?:doppelte|dreifache|vierfache|zehnfache)|das \w+fache) (?:von|der|des)",
    # French
    (
        rf"(?:{PERCENT}|(?:un|deux|trois|quatre) (?:tiers|quarts?|cinquièmes?|dixièmes?)|de moitié)"
        r" (?:(?:de )?(?:plus|moins) (?:que|de|d')|supérieure?s? à|inférieure?s? à|au-dessus de|(?:en|au-)dessous de"
        r"|de|des|du)"
    ),
    r"(?:la moitié|(?:le )?(?:double|triple|quadruple|décuple)) (?:de|des|du)",
    rf"{TIMES} fois (?:plus que|moins que|plus de|autant que|supérieure?s? à|les?)",
    # Spanish
    (
        rf"(?:{PERCENT}|(?:un|dos|tres|cuatro) (?:tercios?|cuartos?|quintos?|décimos?))"
        r" (?:(?:más|menos) (?:que|de)|(?:superior|inferior)(?:es)? a|por (?:encima|debajo) de|del?)"
    ),
    r"(?:la mitad|(?:el )?(?:doble|triple|cuádruple)|una? (?:tercera|cuarta|quinta|décima) parte) (?:de|que)",
    rf"{TIMES} veces (?:más|menos|superior|mayor|menor)? ?(?:que|de|a)",
    # Russian and Ukrainian
    (
        rf"на (?:{PERCENT}|треть|четверть|половину|третину|чверть)"
        r" (?:больше|меньше|выше|ниже|более|менее|більше|менше|вище|нижче)(?:,? (?:чем|ніж|за|від))?"
    ),
    r"(?:половин\w+|треть\w*|четверть|третин\w+|чверть)(?: (?:от|из|від|з|зі|із))?",
    (
        r"(?:вдвое|втрое|вчетверо|вполовину|удвое|вдвічі|удвічі|втричі)"
        r" (?:больше|меньше|выше|ниже|более|менее|більше|менше|вище|нижче)(?:,? (?:чем|ніж|за|від))?"
    ),
    rf"[ву] {TIMES} раз(?:а|и|ів)? (?:больше|меньше|выше|ниже|більше|менше|вище|нижче)(?:,? (?:чем|ніж|за|від))?",
    rf"{PERCENT} (?:от|из|від|з|зі|із)",
    # Arabic
    r"(?:نصف|ثلث|ثلثا|ثلثي|ربع|خمس|عشر|ضعف|ضعفا|ضعفي|أضعاف)(?: من| عن)?",
    r"(?:بنسبة )?\d+(?:[.,٫]\d+)? ?(?:%|٪|في المئة|بالمئة|في المائة|بالمائة) (?:من|عن|أكثر من|أقل من)",
)
BETWEEN = (
    r"(?: (?:the|those|these|its|their|some|about|around|nearly|roughly|den|die|der|etwa|rund|les|des|los|las|unos|unas"
    r"|около))*"
)
BASE_BEHIND = re.compile(rf"(?<!\w)(?:{'|'.join(BEFORE)}){BETWEEN} ?$")
# Where the share follows its number; what is counted may stand between the two.
SHARE = (
    r"(?:\d+(?:[.,]\d+)? ?(?:%|퍼센트|프로|パーセント|割|倍|成|배)|百分之|[一二两兩三四五六七八九十](?:倍|成|割)"
    r"|[二三四五六七八九十\d]+分[之の]|[이삼사오육칠팔구십\d]+분의|(?:두|세|네|다섯|열) ?배|一半|半分|半数|절반)"
)
OF_IT = re.compile(
    rf" ?[^\s\d、。，,.;；]{{0,6}}? ?(?:的|の|의 ?){SHARE}"
    rf"| ?[^\s\d、。，,.;；]{{0,6}}? ?(?:より(?:も)?|に比べ(?:て)?|보다 ?)[^\d、。，,.;；]{{0,4}}{SHARE}"
    r"| [^\d,.;]{0,30}?بنسبة \d"
)
COMPARED = re.compile(rf" ?[^\s\d、。，,.;；]{{0,6}}?(?:[高超]出|多出?|[少低高]|增加|[减減]少)了?{SHARE}")
NEAR = 80  # characters on either side


def share_of(text: str, start: int, end: int) -> str:
    """The words by which something is measured against the number from `start` to `end`, "half of"; empty without any.

    "a fifth more than 100": 100 is not what came, nor is more than 100.
    """
    before, behind = folded(text[:start]).text[-NEAR:], folded(text[end:]).text[:NEAR]
    if match := BASE_BEHIND.search(before):
        return match.group().strip()
    if match := OF_IT.match(behind):
        return match.group().strip()
    if before.rstrip().endswith("比") and (match := COMPARED.match(behind)):
        return f"比 … {match.group().strip()}"
    return ""
