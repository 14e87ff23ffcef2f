"""The section of the Co-operation page: joint events by year, pairs of regions, organisers that bridge regions."""
