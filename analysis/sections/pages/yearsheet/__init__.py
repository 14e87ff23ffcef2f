"""The section of the year sheet: a region's or the area's year on one page."""
