"""Presentations: outlines in the address, slides, presets, and the sections of an export as a whole."""
