"""What every part of a page builds on: the page's context, the address, links, sign-in, HTML, times, errors, the cache of sections."""
