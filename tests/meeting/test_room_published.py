"""The script of the room is published with its fingerprints: no change goes unseen."""

import re
from hashlib import sha256

from django.conf import settings

FOLDER = settings.HOUSE / "static/js/room"
RENEW = "cd kring/static/js/room && sha256sum *.js ../room-sw.js ../wipe-room.js > SHA256SUMS"


def test_every_script_of_the_room_has_its_published_fingerprint():
    scripts = [*sorted(FOLDER.glob("*.js")), FOLDER.parent / "room-sw.js", FOLDER.parent / "wipe-room.js"]
    names = [path.name if path.parent == FOLDER else f"../{path.name}" for path in scripts]
    found = "".join(
        f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for path, name in zip(scripts, names, strict=True)
    )

    assert (FOLDER / "SHA256SUMS").read_text() == found, f"look at what changed, then: {RENEW}"


def test_the_room_uses_nothing_but_its_own_scripts():
    own = {path.name for path in FOLDER.glob("*.js")}
    imported = [
        name for path in FOLDER.glob("*.js") for name in re.findall(r'^import .* from "(.*)";$', path.read_text(), re.M)
    ]

    assert imported
    assert {name.removeprefix("./") for name in imported} <= own
