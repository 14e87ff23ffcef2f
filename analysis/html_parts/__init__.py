"""The HTML of pages, in which nothing knows how it is shown: templates, their values, and the addresses within them.

The same parts stand on Streamlit's pages and in documents that the server makes itself.
"""
