"""Receiving a file: what is larger than anything we take is not written down any further."""

from django.core.files.uploadhandler import FileUploadHandler

from kring.foundation import pictures, sounds

ENOUGH = max(pictures.MOST_BYTES, sounds.MOST_BYTES) + 1


class EnoughIsEnough(FileUploadHandler):
    """Stands before the handlers of Django: past the most we take they get nothing; the form says it is too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start < ENOUGH else None

    def file_complete(self, file_size: int) -> None:
        return None
