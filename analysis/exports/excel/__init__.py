"""Excel workbooks: the data and its blank template, a report, one chart, a difference of two revisions."""
