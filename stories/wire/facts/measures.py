"""What a figure measures: "120 meters" is not "120 feet", though both are 120."""

from .values import Fact, FactKind

_SAID_AS = {
    "percent": "percent",
    "point": "point",
    "won": "won",
    "dollar": "dollar",
    "yen": "yen",
    "euro": "euro",
    "pound": "pound",
    "yuan": "yuan",
    "kilometer": "kilometer kilometre km",
    "meter": "meter metre",
    "centimeter": "centimeter centimetre cm",
    "mile": "mile",
    "foot": "foot feet",
    "inch": "inch inche",
    "kilogram": "kilogram kg",
    "ton": "ton tonne",
    "hectare": "hectare",
    "acre": "acre",
    "liter": "liter litre",
    "gallon": "gallon",
    "barrel": "barrel",
    "kilowatt": "kilowatt kw",
    "megawatt": "megawatt mw",
    "gigawatt": "gigawatt gw",
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
}
MEASURES = {word: measure for measure, words in _SAID_AS.items() for word in words.split()}


def measure(fact: Fact) -> str:
    """What the figure measures, "" where it counts things or says nothing of it."""
    return MEASURES.get(fact.unit, "") if fact.kind is FactKind.FIGURE else ""


def agree(a: Fact, b: Fact) -> bool:
    """Whether two figures of one value may be the same: not where they measure different things."""
    return not (measure(a) and measure(b)) or measure(a) == measure(b)
