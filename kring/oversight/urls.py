"""The regiomanager's desk, the numbers of the office, and how long everything is kept."""

from django.urls import path

from kring.oversight import desk_views, number_views

app_name = "oversight"
urlpatterns = [
    path("", desk_views.desk, name="desk"),
    path("bureau/", number_views.office, name="office"),
    path("neem-over/<slug:conference>/", desk_views.take, name="take"),
    path("van-niemand/<slug:conference>/", desk_views.inbox, name="inbox"),
    path("van-niemand/<slug:conference>/gemeente/", desk_views.route, name="route"),
    path("geef-over/<slug:slug>/", desk_views.give_over, name="give_over"),
    path("gebeld/<slug:enquiry>/", desk_views.called, name="called"),
    path("wachttijden/", number_views.waiting, name="waiting"),
    path("bewaartermijnen/", number_views.kept, name="kept"),
]
