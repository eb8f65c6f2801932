"""What was heard on the phone after some weeks."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said
from kring.followup.contact_forms import ContactForm
from kring.followup.contacting import Contact
from kring.foundation.forms import posted


@fills_in("record_contact")
def contact(request, conference):
    form = ContactForm(posted(request))
    if form.carry(lambda **told: Contact.record(conference, **told), by=request.hand):
        said(request, _("Vastgelegd."))
        return go(request, "conference:show")
    return render(request, "followup/pages/contact.html", {"form": form, "contacts": conference.contacts.all()})
