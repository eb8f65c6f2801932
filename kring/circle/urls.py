"""The pages of this room."""

app_name = "circle"
urlpatterns = []
