"""The pages of the preparation: the question, the date, everybody in person, ready."""

from django.urls import path

from kring.preparation import (
    asking,  # noqa: F401  (it hangs its questions on the conference's own page)
    date_views,
    preparing_views,
    question_views,
    sheet_views,
)

app_name = "preparation"
urlpatterns = [
    path("waar-en-wanneer/", date_views.show, name="show"),
    path("waar-en-wanneer/afspraak.ics", date_views.calendar, name="calendar"),
    path("de-vraag/", question_views.question, name="question"),
    path("de-vraag/<slug:question>/akkoord/", question_views.agree, name="agree_to_question"),
    path("dagen/", date_views.dates, name="dates"),
    path("dagen/voorleggen/", date_views.propose, name="propose"),
    path("dagen/<slug:option>/intrekken/", date_views.withdraw, name="withdraw"),
    path("dagen/ook-vertellen/", date_views.tell_newcomers, name="tell_newcomers"),
    path("dag-kiezen/", date_views.fix_date, name="fix_date"),
    path("voorbereiden/", preparing_views.people, name="people"),
    path("voorbereiden/<slug:someone>/", preparing_views.prepare, name="prepare"),
    path("voorbereiden/<slug:someone>/toch-niet/", preparing_views.unprepare, name="unprepare"),
    path("informatieblad/", sheet_views.sheet, name="sheet"),
    path("informatiebladen/", sheet_views.sheets, name="sheets"),
    path("klaar/", preparing_views.ready, name="ready"),
    path("klaar/ja/", preparing_views.mark_ready, name="mark_ready"),
    path("zonder-bijeenkomst/", preparing_views.without_meeting, name="without_meeting"),
    path("rustig-aan/uitleg/", preparing_views.slow_down, name="slow_down"),
]
