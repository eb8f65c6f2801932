"""The pages of this room."""

app_name = "region"
urlpatterns = []
