"""What may not stand in the log: the half of an address that lets somebody in."""

import logging
import re

SECRET = re.compile(r"(/(?:l|dagpas|afmelden|inschrijven|eigen|eigen-woorden)/)[^/\s?'\"]+")


class NoLinks(logging.Filter):
    """Leaves the code out of every personal link and pass that is about to be written down."""

    def filter(self, record: logging.LogRecord) -> bool:
        written = record.getMessage()
        if (silent := SECRET.sub(r"\1…", written)) != written:
            record.msg, record.args = silent, ()
        return True
