"""What all formats share: provenance, tables as text, file names, images, background jobs.

Imports none of the other folders of `exports`."""
