"""The toolkit: `page` puts it together, `doors` has a card for each theme, `material_lists` what there is to read and
watch, `material_choice` what it is limited by, `examples` the clusters and contacts of a theme."""
