"""Messages of children and of who cannot come: leaving one, hearing what is for you, and taking one's own back."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.own_words import OwnMessage
from kring.circle.own_words_forms import OwnMessageForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.foundation.uploads import served


@sees("see_messages")
def messages(request, conference):
    """What is for this person's own eyes: who acts in somebody's name reads nothing along."""
    heard = OwnMessage.objects.heard_by(conference, request.user).select_related("author", "picture", "sound", "reader")
    sealed = OwnMessage.objects.sealed_for(conference, request.user).select_related("author")
    known = {"conference": conference, "heard": heard[:200], "sealed": sealed[:200]}
    return render(request, "circle/pages/messages.html", known)


@does("see_messages")
def open_message(request, conference, own):
    """The circle is together: this one is opened for all of them."""
    get_object_or_404(conference.own_messages, slug=own).open(by=request.hand)
    return go(request, "circle:messages")


@fills_in("write_message")
def say(request, conference):
    author = request.hand.name_of
    form = OwnMessageForm(posted(request), request.FILES or None, conference, author)
    if request.method == "POST":
        limited(request, "own message", per_key="30/h", key=author.slug)
    if form.carry(partial(OwnMessage.say, conference), by=request.hand):
        said(request, _("Bewaard. Alleen wie jij koos, hoort het."))
        return go(request, "circle:say")
    mine = conference.own_messages.filter(author=author).select_related("picture", "sound", "reader", "author")
    page = {"conference": conference, "form": form, "mine": mine, "author": author}
    return render(request, "circle/pages/say.html", page)


@does("write_message")
def take_back(request, conference, own):
    message = get_object_or_404(conference.own_messages, slug=own, author=request.hand.name_of)
    message.take_back(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:say")


@sees("see_messages")
def sent_along(request, conference, own, kind):
    """The drawing or the voice itself, for who may hear the message."""
    heard = OwnMessage.objects.heard_by(conference, request.user)
    message = get_object_or_404(heard, slug=own)
    upload = {"tekening": message.picture, "geluid": message.sound}.get(kind)
    if upload is None:
        raise Http404
    return served(upload, request)
