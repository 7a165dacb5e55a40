"""tracejournal: a private journal of the connections that hold a person up."""

__version__ = "0.2.0"
