"""The newsroom's addresses."""

urlpatterns = []
