"""Filters in words: the summary over a page with the filters to remove if it is empty, and the options of each."""
