"""The pages of the plan. What writes it has two addresses: the circle's, and that of the coordinator who types."""

from django.urls import path

from kring.conference.guards import fills_in
from kring.plan import asking, views, writing_views  # noqa: F401  (asking hangs questions on the conference's page)

app_name = "plan"

WRITING = [
    ("afspraak/", writing_views.agreement, "agreement"),
    ("afspraak/<slug:agreement>/", writing_views.agreement, "change_agreement"),
    ("afspraak/<slug:agreement>/weg/", writing_views.remove_agreement, "remove_agreement"),
    ("hulp/", writing_views.help_asked, "help"),
    ("hulp/<slug:help>/", writing_views.help_asked, "change_help"),
    ("hulp/<slug:help>/weg/", writing_views.remove_help, "remove_help"),
    ("voorwaarde/<slug:condition>/", writing_views.how_met, "how_met"),
    ("deel/<slug:part>/", writing_views.part, "part"),
]

urlpatterns = [
    path("plan/", views.show, name="show"),
    path("plan/papier/", views.paper, name="paper"),
    path("plan/versie/<slug:version>/", views.version, name="version"),
    path("plan/versie/<slug:version>/papier/", views.version_paper, name="version_paper"),
    path("plan/deur-open/", views.open_the_door, name="open_the_door"),
    path("plan/klopt/", views.confirm, name="confirm"),
    path("plan/dit-is-ons-plan/", views.adopt, name="adopt"),
    path("plan/hun-woord/", views.their_word, name="their_word"),
    path("plan/nog-geen-plan/", views.not_yet, name="not_yet"),
    path("plan/opnieuw-praten/", views.again, name="again"),
    path("plan/toetsen/", views.meets, name="test"),
    path("plan/toetsen/<slug:condition>/", views.meets, name="test_one"),
    path("plan/ontvangen/", views.receive, name="receive"),
    path("plan/bewaren/", views.keep, name="keep"),
    path("plan/delen/", views.share, name="share"),
    *[path(f"plan/{route}", fills_in("write_plan")(view), name=name) for route, view, name in WRITING],
    *[
        path(f"plan/typen/{route}", fills_in("type_as_told")(view), name=f"type_{name}")
        for route, view, name in WRITING
    ],
]
