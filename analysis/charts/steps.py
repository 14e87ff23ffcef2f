"""Six steps of quantity for maps and heat maps: zero, and five up to the greatest value."""

MOST = 5
TOKENS = tuple(f"@seq-{step}" for step in range(MOST + 1))
ON = tuple(f"@on-seq-{step}" for step in range(MOST + 1))
"""The colour of a number on each step."""


def step(value: int, most: int) -> int:
    """The step of a value if ``most`` is the greatest: 0 for zero alone, 5 for the greatest."""
    return max(1, int(value / most * MOST + 0.5)) if value else 0


def digits(value: int) -> str:
    """A number in figures: no-break spaces between thousands, in every language."""
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
