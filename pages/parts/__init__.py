"""The parts of pages: beside the scripts of pages and the start, the only modules that import streamlit.

`core` is what the others build on; `shell` frames a page; `section` shows one; `charts`, `filters` and `revisions` are
used by several pages; `update`, `history` and `present` belong to the page of that name."""
