"""Sheets to typed tables: which sheet is which table, its header, its rows, its columns, the findings of a whole sheet."""
