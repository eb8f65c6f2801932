"""The figures as a table that fits a terminal."""

HEAD = ("page", "size", "queries", "p50", "p95", "CPU", "p95 ×", "CPU ×", "bare CPU", "speed")
WIDTHS = (21, 9, 8, 8, 8, 8, 7, 7, 9, 7)
KEY = """\
p50, p95: milliseconds until the answer is in. CPU: milliseconds of the server's processor time per request.
×: against the smallest country. bare: a Django view with session and person, as many rows in a plain template, the same
bytes. speed: requests per second per core against that bare view (1.00 is as fast)."""


def table(found: list[dict]) -> str:
    """One line for each page in each country, the sizes of one page together."""
    lines = [row(HEAD), "-" * sum(WIDTHS)]
    for number, first in enumerate(found[0]["pages"]):
        for country in found:
            lines.append(line(country["pages"][number], country["size"], first))
        lines.append("")
    return "\n".join(lines[:-1])


def line(page: dict, size: int, first: dict) -> str:
    here, least, bare = page["house"], first["house"], page["bare"]
    answered = "" if here["status"] == 200 == bare["status"] else f"  answers {here['status']}, bare {bare['status']}"
    cells = [page["name"], f"{size:,}", page["queries"], ms(here["p50"]), ms(here["p95"]), ms(here["cpu"])]
    cells += [times(here["p95"], least["p95"]), times(here["cpu"], least["cpu"]), ms(bare["cpu"])]
    return row([*cells, times(bare["cpu"], here["cpu"])]) + answered


def row(cells) -> str:
    first, *others = zip(cells, WIDTHS, strict=True)
    return f"{first[0]:<{first[1]}}" + "".join(f"{cell:>{width}}" for cell, width in others)


def ms(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def times(value: float | None, against: float | None) -> str:
    return f"{value / against:.2f}" if value and against else "–"


def around(country: dict) -> str:
    """Start, memory and size of one country, in one line."""
    (rss, pss), (rss_after, pss_after) = country["idle"], country["after"]
    share = f" (PSS {pss:.0f})" if pss else ""
    share_after = f" (PSS {pss_after:.0f})" if pss_after else ""
    file = f", file {country['file']:,.0f} MiB" if country["file"] else ""
    return (
        f"{country['size']:>9,} conferences: start {country['start']:.1f} s, idle {rss:.0f} MiB{share}, "
        f"after the pages {rss_after:.0f} MiB{share_after}{file}, filled in {country['seconds']:.0f} s"
    )
