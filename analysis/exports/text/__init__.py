"""Plain text formats: csv, JSON, calendar, and the note on a difference."""
