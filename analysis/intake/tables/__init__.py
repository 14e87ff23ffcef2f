"""Sheets to typed tables.

Which sheet is which table, its header, its rows, its columns, and the findings of a whole sheet.
"""
