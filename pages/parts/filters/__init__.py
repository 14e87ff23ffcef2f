"""The filter bar, choices of a page of its own that live in the address."""
