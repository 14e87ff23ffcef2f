"""What programs get of a revision: tables, a chart's numbers, and the documents that describe them.

`open_tables` makes the published columns and rows from the declaration and the typed tables; `table_query` reads an
address, `row_filters` finds the rows, `table_answers` writes them as JSON and csv; `data_package`, `catalog` and
`api_description` describe it all. Nothing here knows HTTP.
"""
