"""The pages of the day; those of the sealed room stand in room_urls."""

from django.urls import include, path

from kring.meeting import (
    asking,  # noqa: F401  (it hangs its questions on the conference's own page)
    day_views,
    door_views,
    note_views,
    round_views,
    sitting_views,
)

app_name = "meeting"
urlpatterns = [
    path("besloten/", include("kring.meeting.room_urls")),
    path("de-dag/", day_views.day, name="day"),
    path("de-dag/openen/", day_views.open_the_day, name="open_the_day"),
    path("de-dag/vinkje/", day_views.tick, name="tick"),
    path("de-dag/bijwerken.json", day_views.catching_up, name="catch_up"),
    path("de-dag/bewaarder.js", day_views.list_keeper, name="list_keeper"),
    path("de-dag/wachten/", day_views.waiting_place, name="waiting_place"),
    path("de-dag/afgelopen/", day_views.end, name="end"),
    path("informatieronde/", round_views.information_round, name="information_round"),
    path("wie-blijft/", sitting_views.who_stays, name="who_stays"),
    path("wie-blijft/<slug:who>/toch-niet/", sitting_views.not_after_all, name="not_after_all"),
    path("aanwezigheid/", note_views.notes, name="attendance_notes"),
    path("aanwezigheid/<slug:day>/aanwezigheid.pdf", note_views.paper, name="attendance_paper"),
    path("de-deur/", door_views.door, name="door"),
    path("de-deur/stand/", door_views.state, name="state"),
    path("de-deur/dicht/", door_views.close_the_door, name="close_the_door"),
    path("de-deur/ik-kom/", door_views.come, name="come"),
    path("de-deur/zij-riepen-ons/", door_views.record_call, name="record_call"),
    path("achter-de-deur/", door_views.behind_the_door, name="behind_the_door"),
    path("achter-de-deur/op-papier/", door_views.on_paper, name="on_paper"),
    path("achter-de-deur/roepen/", door_views.call_coordinator, name="call_coordinator"),
    path("achter-de-deur/wij-zijn-klaar/", door_views.say_ready, name="say_ready"),
    path("achter-de-deur/toch-nog-niet/", door_views.not_yet, name="not_yet"),
]
