"""Plain text formats: csv, JSON and calendar."""
