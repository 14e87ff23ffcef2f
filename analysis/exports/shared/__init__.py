"""Parts that all formats share: provenance, tables as text, images, background jobs.

Imports none of the other folders of `exports`."""
