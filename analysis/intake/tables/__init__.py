"""Sheets to typed tables: which sheet is which table, header, rows, columns, findings of whole sheets."""
