"""The pages of the plan. What writes it has two addresses: the circle's, and that of the coordinator who types."""

from django.urls import path

from kring.conference.guards import fills_in
from kring.plan import arranging_views, copy_views, paper_views, views, writing_views
from kring.plan import asking as asking  # hangs questions on the conference's page

app_name = "plan"

WRITING = [
    ("afspraak/", writing_views.agreement, "agreement"),
    ("afspraak/<slug:agreement>/", writing_views.agreement, "change_agreement"),
    ("afspraak/<slug:agreement>/kopie/", arranging_views.copy_agreement, "copy_agreement"),
    ("afspraak/<slug:agreement>/weg/", arranging_views.remove_agreement, "remove_agreement"),
    ("volgorde/", arranging_views.order, "order"),
    ("terug/<str:kind>/<slug:line>/", arranging_views.put_back, "put_back"),
    ("hulp/", writing_views.help_asked, "help"),
    ("hulp/<slug:help>/", writing_views.help_asked, "change_help"),
    ("hulp/<slug:help>/weg/", arranging_views.remove_help, "remove_help"),
    ("voorwaarde/<slug:condition>/", writing_views.how_met, "how_met"),
    ("verwachten/<slug:person>/", writing_views.expect, "expect"),
    ("deel/<slug:part>/", writing_views.part, "part"),
]

urlpatterns = [
    path("plan/", views.show, name="show"),
    path("plan/papier/", paper_views.paper, name="paper"),
    path("plan/papieren/", paper_views.all_papers, name="papers"),
    path("plan/papier/<str:kind>/", paper_views.paper_as, name="paper_as"),
    path("plan/lezen/<str:kind>/", paper_views.retold, name="retold"),
    path("plan/versie/<slug:version>/", views.version, name="version"),
    path("plan/versie/<slug:version>/papier/", paper_views.version_paper, name="version_paper"),
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
    path("plan/wie-krijgt-het/", copy_views.copies, name="copies"),
    path("plan/wie-krijgt-het/<slug:person>/", copy_views.copy, name="copy"),
    path("plan/uitdelen/", copy_views.hand_out, name="hand_out"),
    path("plan/uitdelen/<slug:copy>/papier/", copy_views.print_copy, name="print_copy"),
    path("plan/uitdelen/<slug:copy>/papier/<str:kind>/", copy_views.print_copy, name="print_retold"),
    path("plan/uitdelen/<slug:copy>/gegeven/", copy_views.give, name="give"),
    *[path(f"plan/{route}", fills_in("write_plan")(view), name=name) for route, view, name in WRITING],
    *[
        path(f"plan/typen/{route}", fills_in("type_as_told")(view), name=f"type_{name}")
        for route, view, name in WRITING
    ],
]
