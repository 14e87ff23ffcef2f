"""Every sheet of the workbook as it is declared: activity, terms, and what frames them."""
