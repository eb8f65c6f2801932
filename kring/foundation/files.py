"""Where files are: styles and scripts with a hash in their name, and what people send in a folder beside the data."""

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our own modules; those of packages are left alone."""

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/room/*.js",
        CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
    )


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
