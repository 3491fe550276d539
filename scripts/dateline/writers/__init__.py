"""Outputs: each module turns a `Collection` into files (path below the folder of the site's sources, and text).

`pages` and `data` are pure; `tree` writes what they give, `search` indexes the site that MkDocs made of it.
"""
