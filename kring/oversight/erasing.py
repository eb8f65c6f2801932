"""Erasing what is past its time: once a day, idempotent, with a register that says that and when, never what."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kring.circle.alone import SafetyTalk
from kring.circle.arriving import ArrivingApart
from kring.circle.excluding import Exclusion
from kring.circle.models import CircleMember, Mode
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase
from kring.conference.journal import JournalEntry, JournalRelease
from kring.conference.models import Conference, Outcome, Participant
from kring.followup.evaluating import Evaluation
from kring.foundation.live import LiveEvent
from kring.foundation.posting import Message, Status
from kring.foundation.uploads import sweep
from kring.foundation.working import every_morning
from kring.matching.paying import Fee
from kring.meeting.destroying import when_destroyed
from kring.meeting.sealing import SealedRoom
from kring.meeting.sitting_in import SitsIn
from kring.oversight.claiming import Claim
from kring.oversight.complaints import Complaint
from kring.oversight.invoicing import Invoice, InvoiceLine
from kring.oversight.keeping import days
from kring.oversight.models import Erasure
from kring.oversight.paying import PayBatch
from kring.oversight.registering import let_go
from kring.oversight.tallies import Tally, YearReport
from kring.people.links import PersonalLink
from kring.people.models import Person
from kring.preparation.appointing import Appointment
from kring.preparation.pace import Tension
from kring.preparation.practical import PracticalItem
from kring.referral.answers import Answer, Authority, Says
from kring.referral.drafts import Draft
from kring.referral.models import Enquiry, Referral
from kring.referral.wishes import NO_WISHES
from kring.stories.models import FridayStory
from kring.stories.subscribing import Subscriber
from kring.stories.testimonials import Testimonial

UNFINISHED = (Outcome.DECLINED, Outcome.STOPPED)


def over(kind: str, today: date) -> datetime:
    """What happened before this moment is past its time."""
    return timezone.make_aware(datetime.combine(today - timedelta(days=days(kind)), time.max))


def note(kind: str, reason: str, rows: int, **more) -> int:
    """Write in the register that something went, when there was something."""
    if rows:
        Erasure.objects.create(kind=kind, reason=reason, rows=rows, **more)
    return rows


@every_morning("keeping")
def erase(today: date) -> int:
    """Everything that is past its time today; returns how many rows went."""
    jobs = [call_backs, drafts, quiet_noes, stale_requests, wishes, safety, contacts, who_said_no]
    jobs += [messages, private_rooms, plans, fees, sign_ins, signals, complaints, testimonials, stories, subscribers]
    jobs += [year_reports]
    jobs += [words_of_evaluations]
    return sum(job(today) for job in jobs) + sweep()


def call_backs(today: date) -> int:
    gone, _models = Enquiry.objects.filter(asked_at__lte=over("call_back", today)).delete()
    return note("call_back", "period", gone)


def drafts(today: date) -> int:
    """Requests that were begun, put away and never sent."""
    gone, _models = Draft.objects.filter(saved_at__lte=over("draft", today)).delete()
    return note("draft", "period", gone)


@transaction.atomic
def quiet_noes(today: date) -> int:
    """Who stepped out of a conference around several people leaves no trace but the number."""
    noes = Answer.objects.filter(says=Says.NO, at__lte=over("after_no", today)).exclude(conference__phase=Phase.CLOSED)
    people = set(noes.values_list("person", flat=True))
    people -= set(Participant.objects.present().filter(person__in=people).values_list("person", flat=True))
    gone = noes.filter(person__in=people).count()
    noes.filter(person__in=people).delete()
    Participant.objects.filter(person__in=people).delete()
    forget_people(list(people))
    return note("after_no", "said_no", gone)


def complaints(today: date) -> int:
    gone, _models = Complaint.objects.filter(answered_at__lte=over("complaint", today)).delete()
    return note("complaint", "period", gone)


def testimonials(today: date) -> int:
    """Words whose consent ended, with a month for who wants to say yes again."""
    gone, _models = Testimonial.objects.filter(shown_until__lt=over("testimonial", today).date()).delete()
    return note("testimonial", "period", gone)


def stories(today: date) -> int:
    """Drafts that nobody goes on with, and what was taken back, with the names of who appears in it."""
    old = FridayStory.objects.filter(published_on=None, changed_at__lte=over("story", today))
    return note("story", "period", sum(bool(story.delete()) for story in old))


def subscribers(today: date) -> int:
    """An address that somebody typed and nobody confirmed."""
    gone, _models = Subscriber.objects.filter(confirmed_at=None, asked_at__lte=over("subscriber", today)).delete()
    return note("subscriber", "period", gone)


def words_of_evaluations(today: date) -> int:
    """What people wrote themselves goes; the marks stay, without a name as they were."""
    last = over("evaluation", today)
    old = Evaluation.objects.filter(Q(year__lt=last.year) | Q(year=last.year, month__lt=last.month)).exclude(words="")
    return note("evaluation", "period", old.update(words=""))


def wishes(today: date) -> int:
    done = Referral.objects.filter(conference__closed_at__lte=over("wishes", today)).exclude(**NO_WISHES)
    return note("wishes", "closed", done.update(**NO_WISHES))


def safety(today: date) -> int:
    """What was noted goes; that somebody was left out stays as a decision, without its reason."""
    done = {"conference__closed_at__lte": over("safety", today)}
    gone = sum(kind.objects.filter(**done).delete()[0] for kind in (SafetyNote, SafetyTalk, ArrivingApart, Tension))
    gone += Exclusion.objects.filter(**done, agreed_at=None).delete()[0]
    decided = Exclusion.objects.filter(**done).exclude(reason="", offered="")
    return note("safety", "closed", gone + decided.update(reason="", offered=""))


def contacts(today: date) -> int:
    """How to reach the circle and the letters to them, a while after closing; the plan stays a year."""
    done = Conference.objects.filter(closed_at__lte=over("contact", today))
    rows = (
        CircleMember.objects.filter(conference__in=done)
        .exclude(reach="", needs="", aids="", particulars="")
        .update(reach="", needs="", aids="", particulars="")
    )
    people = Person.objects.filter(participations__conference__in=done, seat=None, login_email=None).exclude(
        participations__conference__in=Conference.objects.filter(closed_at=None)
    )
    known = people.exclude(email="", phone="", postal_address="").distinct()
    rows += Person.objects.filter(pk__in=known.values("pk")).update(email="", phone="", postal_address="")
    rows += Authority.objects.filter(conference__in=done).exclude(reach="").update(reach="")
    rows += Appointment.objects.filter(conference__in=done).exclude(reachable="").update(reachable="")
    helped = (practical_items(done), SitsIn.objects.filter(conference__in=done))
    gone = sum(kind.delete()[0] for kind in (Message.objects.filter(about__in=done), *helped))
    return note("contact", "period", rows + gone)


def practical_items(conferences):
    """What somebody needed to come, and who saw to it."""
    return PracticalItem.objects.filter(conference__in=conferences)


@transaction.atomic
def who_said_no(today: date) -> int:
    """Who did not want to take part leaves no trace but the number."""
    said_no = CircleMember.objects.filter(
        Q(mode=Mode.NOT, answered_at__lte=over("after_no", today)) | Q(left_out_at__lte=over("after_no", today))
    ).exclude(exclusion__agreed_at__isnull=False)  # that was no answer of theirs, and the decision stays
    people = set(said_no.exclude(person=None).values_list("person", flat=True))
    gone = said_no.count()
    said_no.delete()
    gone_people = people - set(Participant.objects.present().filter(person__in=people).values_list("person", flat=True))
    Participant.objects.filter(person__in=gone_people).delete()
    forget_people(list(gone_people))
    return note("after_no", "said_no", gone)


def messages(today: date) -> int:
    """The words of a message are gone a while after it went; that it went stays until the contacts go."""
    if settings.DEMO:
        return 0
    old = Message.objects.filter(status__in=(Status.SENT, Status.DONE), sent_at__lte=over("message", today))
    return note("message", "sent", old.exclude(text="", short="", calendar="").update(text="", short="", calendar=""))


def private_rooms(today: date) -> int:
    """A room is destroyed by the step that ends it; this catches one that a broken step left behind."""
    left = SealedRoom.objects.filter(meeting__conference__phase__in=[Phase.FOLLOW_UP, Phase.CLOSED])
    rooms = left.count()
    left.delete()
    return note("private", "ended", rooms)


@when_destroyed
def private_room(conference: Conference, rows: int, reason: str) -> None:
    note("private", reason, rows, conference=conference.slug)


def stale_requests(today: date) -> int:
    """Requests that nobody went on with, and those that ended before there was a coordinator."""
    waiting = Q(phase__in=[Phase.REFERRAL, Phase.MATCHING])
    ended = Q(phase=Phase.CLOSED, outcome__in=UNFINISHED)
    old = Conference.objects.filter(waiting | ended, moved_at__lte=over("request", today), participants__isnull=False)
    return sum(forget(conference, "request", today) for conference in old.distinct())


def fees(today: date) -> int:
    """What was paid and billed stays for the books, without anybody of the family; then it goes too."""
    then = over("fees", today)
    old = [Claim.objects.filter(conference__closed_at__lte=then, begun_at__lte=then)]
    old += [Fee.objects.filter(conference__closed_at__lte=then), Invoice.objects.filter(sent_on__lte=then.date())]
    old += [PayBatch.objects.filter(claims=None, made_at__lte=then)]
    return note("fees", "period", sum(rows.delete()[0] for rows in old))


def plans(today: date) -> int:
    """A year after closing the family has its plan, and we have only the figures."""
    old = Conference.objects.filter(closed_at__lte=over("plan", today), participants__isnull=False).distinct()
    return sum(forget(conference, "plan", today) for conference in old)


@transaction.atomic
def forget(conference: Conference, kind: str, today: date) -> int:
    """Everything about a conference but its figures; the head of its journal goes into the register."""
    if conference.phase != Phase.CLOSED:
        conference.outcome, conference.phase, conference.closed_at = Outcome.STOPPED, Phase.CLOSED, timezone.now()
        conference.save(update_fields=["outcome", "phase", "closed_at"])
    head = conference.journal.order_by("-number").values_list("hash", flat=True).first() or ""
    rows = conference.participants.count()
    people = set(conference.participants.values_list("person", flat=True))
    people |= set(conference.members.exclude(person=None).values_list("person", flat=True))
    let_go(conference)
    stays = (Tally, JournalEntry, Fee, Claim, InvoiceLine)
    own_rows = [relation for relation in Conference._meta.related_objects if relation.related_model not in stays]
    for relation in sorted(own_rows, key=lambda found: found.related_model.__name__ in ("Participant", "Meeting")):
        relation.related_model._base_manager.filter(**{relation.field.name: conference}).delete()
    JournalRelease.objects.create(conference=conference)
    conference.journal.all().delete()
    JournalRelease.objects.filter(conference=conference).delete()
    forget_people(list(people))
    note(kind, "period", max(rows, 1), conference=conference.slug, journal_head=head)
    return rows


def forget_people(pks: list[int]) -> None:
    """People who take part in nothing any more and work nowhere here."""
    free = Person.objects.filter(pk__in=pks, seat=None, login_email=None, is_superuser=False)
    free = free.exclude(pk__in=Participant.objects.filter(person__in=pks).values("person"))
    free.delete()


def sign_ins(today: date) -> int:
    gone, _models = Session.objects.filter(expire_date__lte=timezone.now()).delete()
    ended = Q(expires_at__lte=over("sign_in", today)) | Q(revoked_at__lte=over("sign_in", today))
    links, _models = PersonalLink.objects.filter(ended).delete()
    return note("sign_in", "expired", gone + links)


def year_reports(today: date) -> int:
    """The paper somebody asked for; the figures on it stay."""
    gone, _models = YearReport.objects.filter(asked_at__lte=over("work", today)).delete()
    return note("work", "period", gone)


def signals(today: date) -> int:
    gone, _models = LiveEvent.objects.filter(at__lte=timezone.now() - timedelta(days=1)).delete()
    return gone
