"""The charts that several sections share, each from a counted table to title, sentence and mark.

`ranked_bars`, `yearly_columns` and `heat_and_panels` are the shapes; `events_by_year`, `events_by_region`,
`contents_by_theme` and `events_by_type` are charts made with them."""
