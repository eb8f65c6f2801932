"""The pages of the preparation: the question, the date, everybody in person, ready."""

from django.urls import path

from kring.preparation import asking, views  # noqa: F401  (asking hangs its questions on the conference's own page)

app_name = "preparation"
urlpatterns = [
    path("waar-en-wanneer/", views.show, name="show"),
    path("waar-en-wanneer/afspraak.ics", views.calendar, name="calendar"),
    path("de-vraag/", views.question, name="question"),
    path("de-vraag/<slug:question>/akkoord/", views.agree, name="agree_to_question"),
    path("dagen/", views.dates, name="dates"),
    path("dagen/voorleggen/", views.propose, name="propose"),
    path("dagen/<slug:option>/intrekken/", views.withdraw, name="withdraw"),
    path("dagen/ook-vertellen/", views.tell_newcomers, name="tell_newcomers"),
    path("dag-kiezen/", views.fix_date, name="fix_date"),
    path("voorbereiden/", views.people, name="people"),
    path("voorbereiden/<slug:someone>/", views.prepare, name="prepare"),
    path("voorbereiden/<slug:someone>/toch-niet/", views.unprepare, name="unprepare"),
    path("informatieblad/", views.sheet, name="sheet"),
    path("informatiebladen/", views.sheets, name="sheets"),
    path("klaar/", views.ready, name="ready"),
    path("klaar/ja/", views.mark_ready, name="mark_ready"),
    path("zonder-bijeenkomst/", views.without_meeting, name="without_meeting"),
    path("rustig-aan/uitleg/", views.slow_down, name="slow_down"),
]
