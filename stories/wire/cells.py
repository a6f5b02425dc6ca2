"""Values for a table that a spreadsheet may open."""

# The full-width signs are the same to a spreadsheet under a Korean or Japanese system.
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula and run it."""
    return f"'{text}" if text.startswith(FORMULAS) else text
