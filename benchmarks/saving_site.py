"""The newsroom with one address more: the floor, a bare view that reads who asks and writes one row."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from stories.models import Draft


@login_not_required
def floor(request: HttpRequest) -> HttpResponse:
    written = Draft.objects.filter(pk=request.POST["draft"], saved_by=request.user.pk).update(body=request.POST["body"])
    return HttpResponse(written)


urlpatterns = [path("floor/", floor), path("", include("newsroom.urls"))]
