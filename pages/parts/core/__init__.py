"""What every part of a page builds on.

The page's context, the address, the list of pages, links, sign-in, HTML, errors, pauses.
"""
