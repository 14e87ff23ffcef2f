"""Two revisions compared, cells as text, and the result of publishing or restoring."""
