"""The charts that several sections share, each from a counted table to title, sentence and mark.

`ranked_bars`, `heat_and_panels` and `yearly_columns` are the shapes; `yearly_columns` also has the events by year,
`bar_charts` the events by region, type and format and the contents by theme."""
