"""Files to grids of cells: formats, workbooks, csv, and what an xlsx package says beside its cells."""
