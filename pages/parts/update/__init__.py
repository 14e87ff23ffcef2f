"""The Update page: upload, status, issues, changes, publishing, files to take along."""
