"""The section of the Themes page: groups of terms, charts, and the profile of one theme or priority."""
