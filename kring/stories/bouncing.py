"""Reading mail that came back: whose it was stands in the address it came back to, and why in the report."""

from datetime import date
from email.message import EmailMessage
from email.utils import getaddresses

from django.utils import timezone

from kring.stories.subscribing import Subscriber

WHERE_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")


def take_back(mail: EmailMessage, *, today: date | None = None) -> bool:
    """Count it when it is a report that this address takes no mail for good; anything else changes nothing."""
    reader = reader_of(mail)
    if reader is None or not is_final(mail):
        return False
    reader.note_bounce(today or timezone.localdate())
    return True


def reader_of(mail: EmailMessage) -> Subscriber | None:
    """The reader whose code stands in the address; a code we did not make is nobody's."""
    headers = [str(value) for name in WHERE_TO for value in mail.get_all(name, [])]
    for _name, address in getaddresses(headers):
        _local, plus, code = address.rpartition("@")[0].partition("+")
        if plus and (reader := Subscriber.at("bounce", code)):
            return reader
    return None


def is_final(mail: EmailMessage) -> bool:
    """A delivery report (RFC 3464) in which every receiver failed with a status of 5: a no for good."""
    if mail.get_content_type() != "multipart/report":
        return False
    reports = [part for part in mail.walk() if part.get_content_type() == "message/delivery-status"]
    receivers = [block for report in reports for block in report.get_payload()[1:]]
    return bool(receivers) and all(has_failed(block) for block in receivers)


def has_failed(block) -> bool:
    action, status = str(block.get("Action", "")), str(block.get("Status", ""))
    return action.strip().lower() == "failed" and status.strip().startswith("5")
