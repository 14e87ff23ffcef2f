"""The Word report: the document with its template, and its tables."""
