"""The marked copy: a coordinator's own workbook with each faulty cell coloured and commented, and a list of all."""
