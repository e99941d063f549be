"""Files of other people: how they are found and read, compared and replaced."""


class FileError(Exception):
    """A file could not be read or written. Its arguments are one sentence that names it, and lines that belong to it."""


def why(error: Exception) -> str:
    """Why something could not be read or written, in the words of the system where it has some."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
