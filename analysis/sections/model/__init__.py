"""Model: sections, metrics, lists, record tables, details, filter summaries and presentations.

Frozen values, typed until a page or a file formats them. Imports none of the other folders of `sections`."""
