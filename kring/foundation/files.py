"""Stylesheets and scripts with a hash in their name, so that browsers keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our own modules; those of packages are left alone."""

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/room/*.js",
        CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
    )
