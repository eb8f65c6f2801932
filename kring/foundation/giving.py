"""A file for who asked for it, under a name of ours; what it is follows from that name."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

KINDS = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
}


def given(content: bytes | str, name: str, *, is_shown: bool = False) -> HttpResponse:
    """To keep; with `is_shown` the browser opens it to look at. The name is never what somebody typed as it is."""
    headers = {"Content-Disposition": content_disposition_header(not is_shown, name)}
    return HttpResponse(content, content_type=KINDS[name.rpartition(".")[2]], headers=headers)
