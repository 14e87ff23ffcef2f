"""The metrics at the top of a section: value, change on the year before, small columns, and how each is counted."""
