"""Measures: typed tables to records (arrays side by side) to tidy frames. Pure and without language.

Start at `records.py`; every other module counts one thing."""
