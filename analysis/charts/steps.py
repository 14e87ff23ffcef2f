"""Six steps of quantity for maps and heat maps: zero, and five up to the greatest value."""

GREATEST_STEP = 5
STEP_TOKENS = tuple(f"@seq-{step}" for step in range(GREATEST_STEP + 1))
STEP_INKS = tuple(f"@on-seq-{step}" for step in range(GREATEST_STEP + 1))
"""The colour of a number on each step."""


def colour_step(value: int, most: int) -> int:
    """The step of a value if ``most`` is the greatest: 0 for zero alone, 5 for the greatest."""
    return max(1, int(value / most * GREATEST_STEP + 0.5)) if value else 0


def grouped_digits(value: int) -> str:
    """A number in figures: no-break spaces between thousands, in every language."""
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
