"""The Word report: the document, its tables, its template."""
