"""Six steps of quantity, for maps and heat maps: nothing, and five from little to the most."""

MOST = 5
TOKENS = tuple(f"@seq-{step}" for step in range(MOST + 1))
ON = tuple(f"@on-seq-{step}" for step in range(MOST + 1))
"""The colour of a number that stands on each step."""


def step(value: int, most: int) -> int:
    """The step of a value beside the greatest one: 0 for nothing alone, 5 for the greatest."""
    return max(1, int(value / most * MOST + 0.5)) if value else 0


def digits(value: int) -> str:
    """A number as figures write it: no-break space between thousands, in every language."""
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
