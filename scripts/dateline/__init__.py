"""Dateline: a folder of saved news articles in, a website of annotated, dated timelines out."""

__version__ = "0.1.0"
