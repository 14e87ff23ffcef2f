"""The Present page: slides, presets, saved presentations, files made in the background."""
