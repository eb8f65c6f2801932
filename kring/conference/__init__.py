"""The spine every phase hangs on: table, participants, journal, doorkeepers."""
