"""Records as lists, tables and details: items, event, story and cluster tables, the month, the rows behind a chart."""
