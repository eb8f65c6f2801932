"""A mail server that counts what it gets, and whether anybody got it twice; it keeps no mail."""

import json
import sys
import time
from collections import Counter

from aiosmtpd.controller import Controller


class Postbox:
    """`got` is how often each reader got something; other post of the house does not count."""

    def __init__(self):
        self.got: Counter[str] = Counter()
        self.first = self.last = 0.0

    async def handle_DATA(self, server, session, envelope) -> str:
        self.last = time.perf_counter()
        self.first = self.first or self.last
        self.got.update(address for address in envelope.rcpt_tos if address.startswith("lezer"))
        return "250 Taken"

    def told(self) -> dict:
        twice = sum(1 for times in self.got.values() if times > 1)
        return {"mails": len(self.got), "twice": twice, "took": self.last - self.first}


if __name__ == "__main__":
    postbox = Postbox()
    Controller(postbox, hostname="127.0.0.1", port=int(sys.argv[1])).start()
    print("ready", flush=True)
    for _asked in sys.stdin:
        print(json.dumps(postbox.told()), flush=True)
