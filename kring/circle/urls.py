"""The people around: named, agreed, invited, answered; and what is sent to them."""

from django.urls import path

from kring.circle import answering_views, asking, inviting_views, map_views, post_views, safety_views, views  # noqa: F401

app_name = "circle"
urlpatterns = [
    path("kring/", views.show, name="show"),
    path("kring/erbij/", views.add, name="add"),
    path("kring/beslissen/", views.decide, name="decide"),
    path("kring/uitnodigen/", inviting_views.invite, name="invite"),
    path("kring/uitnodiging/", inviting_views.words, name="words"),
    path("kring/kaart/", map_views.show_map, name="map"),
    path("kring/kaart/lijst/", map_views.show_list, name="map_list"),
    path("kring/kaart/leeg.pdf", map_views.print_empty, name="empty_map"),
    path("kring/kaart/zetten/", map_views.move_spot, name="move_spot"),
    path("kring/kaart/ring/<slug:ring>/", map_views.show_map, name="map_ring"),
    path("kring/twee-kanten/", map_views.apart, name="apart"),
    path("kring/twee-kanten/samen/", map_views.together, name="together"),
    path("kring/<slug:member>/plek/", map_views.place, name="place"),
    path("kring/<slug:member>/band/", map_views.tie, name="tie"),
    path("kring/<slug:member>/band/<slug:other>/los/", map_views.loosen, name="loosen"),
    path("kring/<slug:member>/er-niet-meer/", map_views.remember, name="remember"),
    path("kring/<slug:member>/toch-wel/", map_views.correct, name="correct"),
    path("kring/<slug:member>/", views.edit, name="edit"),
    path("kring/<slug:member>/akkoord/", views.agree, name="agree"),
    path("kring/<slug:member>/liever-niet/", views.leave_out, name="leave_out"),
    path("kring/<slug:member>/herinneren/", inviting_views.remind, name="remind"),
    path("kring/<slug:member>/opnieuw/", inviting_views.invite_again, name="invite_again"),
    path("kring/<slug:member>/adres/", inviting_views.move, name="move"),
    path("uitnodiging/", answering_views.invitation, name="invitation"),
    path("uitnodiging/niet-meer/", answering_views.leave_alone, name="leave_alone"),
    path("antwoord/", answering_views.answer, name="answer"),
    path("antwoord/erbij/", answering_views.details, name="details"),
    path("berichten/", post_views.post, name="post"),
    path("berichten/kaartjes.pdf", post_views.cards, name="cards"),
    path("berichten/<slug:message>/", post_views.message, name="message"),
    path("berichten/<slug:message>/brief.pdf", post_views.letter, name="letter"),
    path("berichten/<slug:message>/kaart.pdf", post_views.card, name="card"),
    path("berichten/<slug:message>/gedaan/", post_views.tick_off, name="tick_off"),
    path("berichten/<slug:message>/opnieuw/", post_views.try_again, name="try_again"),
    path("veiligheid/", safety_views.safety, name="safety"),
    path("veiligheid/nieuw/", safety_views.note, name="note_safety"),
    path("veiligheid/<slug:note>/weg/", safety_views.lift, name="lift"),
]
