"""The frame of every page: opening, notices, navigation bar, footer."""
