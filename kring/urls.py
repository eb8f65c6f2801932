"""The front door: one line per room, Dutch addresses."""

from django.conf import settings
from django.urls import include, path

from kring import admin
from kring.foundation import views
from kring.foundation.doors import open_to_all

CONFERENCE = "c/<slug:slug>/"

urlpatterns = [
    path("", include("kring.referral.urls")),  # the public site and «aanvragen»
    path("", include("kring.people.urls")),  # coming in, links, settings
    path("inloggen/", include("kring.people.staff_urls")),
    path("", include("kring.region.urls")),  # who to call near you; regions and money at the desk
    path("", include("kring.stories.urls")),  # the Friday story, and its desk
    path("werk/", include("kring.oversight.urls")),
    path("", include("kring.oversight.figure_urls")),  # figures for everybody, at the desks, for municipalities
    path("", include("kring.oversight.complaint_urls")),
    path("", include("kring.oversight.money_urls")),  # what coordinators claim, and paying it
    path("", include("kring.oversight.invoice_urls")),
    path("", include("kring.oversight.organisation_urls")),  # who we are; words of letters, lists of words
    path("", include("kring.matching.urls")),  # the coordinator's desk, and finding one for a conference
    path("werk/evaluatie/", include("kring.followup.evaluation_desk_urls")),
    path("werk/plekken/", include("kring.preparation.venue_urls")),
    path(CONFERENCE, include("kring.conference.urls")),
    path(CONFERENCE, include("kring.circle.urls")),
    path(CONFERENCE, include("kring.conditions.urls")),
    path(CONFERENCE, include("kring.preparation.urls")),
    path(CONFERENCE, include("kring.meeting.urls")),
    path(CONFERENCE, include("kring.plan.urls")),
    path(CONFERENCE, include("kring.followup.urls")),
    path("beheer/", admin.site.urls),  # reference data, behind a doorkeeper of its own
    path("gezond/", open_to_all(views.healthy), name="healthy"),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("kring.demo.urls"))]

handler400, handler403 = "kring.foundation.views.bad_request", "kring.foundation.views.not_allowed"
handler404, handler500 = "kring.foundation.views.not_there", "kring.foundation.views.broken"
handler429 = "kring.foundation.limiting.too_often"
