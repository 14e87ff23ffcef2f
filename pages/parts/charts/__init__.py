"""Charts on a page: their cards, the figures the browser draws, their tables, the menus with files, embed codes."""
