"""Where files are: styles and scripts with a hash in their name, and what people send in a folder beside the data."""

import os
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "css/house.css"
IMPORTED = re.compile(r'@import url\("([^"/]+)"\);')


def in_one(read: Callable[[str], str]) -> str:
    """The stylesheet of the house with those it names in their places; `read` gives what stands in a file."""
    return IMPORTED.sub(lambda named: read(f"css/{named[1]}"), read(STYLES))


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Styles go out as one file, because each request waits on a slow line; a script knows its imports by their hash.

    The imports of packages are left alone.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/room/*.js",
        CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
    )

    def post_process(self, paths: dict, dry_run: bool = False, **options) -> Iterator[tuple]:
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        whole = SimpleNamespace(open=lambda _path: ContentFile(in_one(read).encode()))
        yield from super().post_process(paths | {STYLES: (whole, STYLES)}, dry_run, **options)


class BesideTheData(FileSystemStorage):
    """What people send: for the service alone, at no address."""

    file_permissions_mode, directory_permissions_mode = 0o600, 0o700

    @property
    def base_location(self) -> str:
        return str(settings.DATA / "uploads")

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str) -> str:
        raise ValueError("What people send has no address: a view with a doorkeeper serves it.")
