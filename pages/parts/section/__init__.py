"""Sections on a page: numbers, charts, lists, rows, one record, the month, comparisons."""
