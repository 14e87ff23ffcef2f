"""Excel workbooks: the data and its blank template, the report, the chart, the difference."""
