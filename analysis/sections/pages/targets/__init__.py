"""The section of the Targets page: targets beside actuals, and what is at risk."""
