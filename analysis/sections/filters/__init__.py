"""Filters in words: the summary over a page, the options a reader has, and which filter empties a result."""
