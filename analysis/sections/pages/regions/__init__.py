"""The section of the Regions page: its charts, the measures they show, comparison, and the profile of one region."""
