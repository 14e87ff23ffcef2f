"""The section of the Gaps page: regions by themes, and what is missing in rows."""
