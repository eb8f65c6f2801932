"""What was heard on the phone after some weeks, or said by the own link."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.followup.contact_forms import ContactForm, HowItGoesForm
from kring.followup.contacting import Contact, ContactWish
from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal


@fills_in("record_contact")
def contact(request, conference):
    form = ContactForm(posted(request))
    if form.carry(lambda **told: Contact.record(conference, **told), by=request.hand):
        said(request, _("Vastgelegd."))
        return go(request, "conference:show")
    wishes = conference.contact_wishes.select_related("person")
    context = {"form": form, "contacts": conference.contacts.all(), "wishes": wishes}
    return render(request, "followup/pages/contact.html", context)


@fills_in("answer_contact")
def how_it_goes(request, conference):
    """A main person tells it here instead of on the phone; «nu niet» and «liever niet meer» are one tap."""
    form = HowItGoesForm(posted(request))
    if form.carry(lambda **told: Contact.tell(conference, **told), by=request.hand):
        said(request, _("Dank je wel. Goed dat je het zegt."))
        return go(request, "conference:show")
    return render(request, "followup/pages/how_it_goes.html", {"form": form})


@does("answer_contact")
def in_peace(request, conference):
    if (says := request.POST.get("says", "")) not in ContactWish.Says.values:
        raise Refusal
    wish = ContactWish.say(conference, says=says, by=request.hand)
    is_never = wish.says == ContactWish.Says.NEVER
    said(request, _("Dat is goed. We vragen het niet meer.") if is_never else _("Dat is goed. Een andere keer."))
    return go(request, "conference:show")
