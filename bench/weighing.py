"""What a family page weighs on a slow phone (P8): the page with all it asks for, as it goes over the line."""

import gzip
import http.client
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bench.rooms import filled, surroundings
from bench.running import Program

GOAL = 100_000  # bytes in all
LINE, ROUND_TRIP = 400_000 / 8, 0.4  # bytes a second and seconds, as on a train
SCRIPT = re.compile(r"""(?:from\s*|import\s*)["']([^"']+\.js)["']""")
STYLE = re.compile(r"""(?:@import\s+(?:url\()?["']?|url\(["']?)([^"')\s;]+)""")
TAGS = re.compile(r"""<(link|script|img|source|use)\b([^>]*)>""")
ADDRESS = re.compile(r"""\b(?:href|src|srcset)="([^"]+)\"""")
FETCHED = ("stylesheet", "modulepreload", "icon", "preload", "manifest", "apple-touch-icon")


@dataclass
class Page:
    """One page, and each file it brings along once."""

    name: str
    path: str
    own: int = 0
    files: dict[str, int] = field(default_factory=dict)
    without_script: int = 0
    depth: int = 0
    foreign: set[str] = field(default_factory=set)

    @property
    def all(self) -> int:
        return self.own + sum(self.files.values())

    @property
    def seconds(self) -> float:
        """Three trips for the connection and the page, one for each layer of files."""
        return (3 + self.depth) * ROUND_TRIP + self.all / LINE


class Phone:
    """A browser that keeps nothing, as on the first visit."""

    def __init__(self, port: int, cookie: str):
        self.port, self.cookie = port, cookie
        self.known: dict[str, tuple[int, str]] = {}

    def get(self, path: str) -> tuple[int, str]:
        """Bytes on the line, head and all, and the text that was in them."""
        if path not in self.known:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            headers = {"Accept-Encoding": "gzip", "Accept-Language": "nl", "Cookie": self.cookie}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(f"{path} answers {answer.status}.")
            head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders())
            plain = gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body
            self.known[path] = head + len(body), plain.decode("utf-8", "replace")
            connection.close()
        return self.known[path]

    def weigh(self, name: str, path: str) -> Page:
        page = Page(name, path)
        page.own, text = self.get(path)
        layer = wanted(text)
        while layer:
            page.depth += 1
            layer = self.fetch(page, layer)
        page.without_script = page.own + sum(size for file, size in page.files.items() if not file.endswith(".js"))
        return page

    def fetch(self, page: Page, addresses: set[str]) -> set[str]:
        """One layer of files, and what they ask for in turn."""
        more: set[str] = set()
        for address in addresses:
            if urlsplit(address).netloc:
                page.foreign.add(address)
            elif address not in page.files:
                page.files[address], text = self.get(address)
                found = {".js": SCRIPT, ".css": STYLE}.get(Path(address).suffix)
                more |= {urljoin(address, name) for name in found.findall(text)} if found else set()
        return {address for address in more if not address.startswith("data:")} - set(page.files)


def wanted(html: str) -> set[str]:
    """What a browser fetches by itself when it shows this page."""
    found = set()
    for tag, attributes in TAGS.findall(html):
        kind = re.search(r'\brel="([^"]+)"', attributes)
        if tag == "link" and not (kind and set(kind[1].split()) & set(FETCHED)):
            continue
        found |= {address.partition("#")[0] for address in ADDRESS.findall(attributes)}
    return {address for address in found if address and not address.startswith("data:")}


def told(pages: list[dict]) -> str:
    head = f"{'family page':<14}{'page':>9}{'in all':>9}{'no script':>11}{'files':>7}{'slow line':>11}{'elsewhere':>11}"
    lines = [head, "-" * len(head)]
    for page in pages:
        too_much = "" if page["all"] < GOAL else f"  over {GOAL // 1000} kB"
        sizes = (page["own"] / 1000, page["all"] / 1000, page["without_script"] / 1000)
        lines.append(
            f"{page['name']:<14}{sizes[0]:>6.1f} kB{sizes[1]:>6.1f} kB{sizes[2]:>8.1f} kB{page['files']:>7}"
            f"{page['seconds']:>9.1f} s{page['foreign']:>11}{too_much}"
        )
    return "\n".join(lines)


def main(folder: Path) -> None:
    """Pages of the preparation, and those behind the door."""
    environment = surroundings(folder, "weight")
    told, _file = filled(environment, 1, 2, folder)
    room = f"/c/{told['rooms'][0]['conference']}/"
    behind = {"behind the door": f"{room}achter-de-deur/", "the room": f"{room}besloten/"}
    with Program("manage.py", "serve", "--no-demo", "--no-worker", "--port", environment=environment) as house:
        outside, inside = Phone(house.port, told["cookie"]), Phone(house.port, told["rooms"][0]["cookies"][0])
        found = [outside.weigh(**page) for page in told["pages"]]
        found += [inside.weigh(name, path) for name, path in behind.items()]
    rows = [vars(page) | {"all": page.all, "seconds": page.seconds} for page in found]
    rows = [row | {"files": len(row["files"]), "foreign": len(row["foreign"])} for row in rows]
    (folder / "found.json").write_text(json.dumps(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
