"""Several files at once: the files of one chart, and the files and zip archive of a presentation."""
