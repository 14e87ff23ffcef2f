"""Two revisions compared, cells as text, and what publishing or restoring led to."""
