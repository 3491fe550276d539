"""Importing: addresses and saved files -> articles in the editor's folder.

The one room that uses the network, and only when `dateline add` is called; a build never does. Its packages are
optional (`pip install "dateline[add]"`), so nothing of the core may import this one.
"""
