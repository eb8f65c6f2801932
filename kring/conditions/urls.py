"""The pages of this room."""

app_name = "conditions"
urlpatterns = []
