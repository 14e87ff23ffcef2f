"""Context of every section: the filtered records, labels of codes, the owner's texts, the compared year.

Start at `section_context.py`. Imports none of the other folders of `sections`."""
