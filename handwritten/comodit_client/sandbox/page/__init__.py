"""The page at /sandbox/, which shows a sandbox in a browser, and the data for it."""
