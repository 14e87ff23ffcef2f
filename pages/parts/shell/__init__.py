"""The frame of every page: beginning, navigation bar, notices, heading, footer."""
