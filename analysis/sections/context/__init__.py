"""What every section is made in: the filtered records, labels of codes, the owner's texts, the compared revision.

Start at `section_context.py`. Imports none of the other folders of `sections`."""
