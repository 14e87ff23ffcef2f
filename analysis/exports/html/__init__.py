"""HTML files: the report, the one-file slideshow, a single chart to embed, and their templates."""
