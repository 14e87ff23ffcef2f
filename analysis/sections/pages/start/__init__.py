"""First steps: `page` puts them together, `path_choice` what a path is for and how long it takes, `path_list` the path,
`checklist` what a cluster needs, `term_lists` the glossary."""
