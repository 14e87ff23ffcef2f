"""Command line: each command reads its options, calls the library and prints; texts come from the catalogues.

Commands: `check`, `publish`, `drafts`, `revisions`, `export` (export, template), `links`, `watch`,
`settings`, `usage`, `maintenance` (verify, audit, backups).
Shared: `translated_click`, `resources` (settings, store, files), `store_errors`, `filter_options`, `text_lines`,
`json_objects`.
"""
