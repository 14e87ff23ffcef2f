"""One module for each page's section; regions and themes, which have several charts, are folders."""
