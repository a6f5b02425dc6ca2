"""Where photos are kept: in the data folder, or in a bucket where one is named."""

from importlib.util import find_spec
from typing import Any

from newsroom.environment import BadSettingError, Environment

SIGNED_FOR = 60  # seconds a signed link opens; a page asks for a new one each time
ON_DISK = {"BACKEND": "newsroom.photo_files.WholeFileStorage"}


def photo_storage(environment: Environment) -> dict[str, Any]:
    """Django's setting of the storage. BadSettingError where a bucket is named and nothing here speaks S3."""
    bucket = environment["WRITETHRU_PHOTO_BUCKET"]
    if not bucket:
        return ON_DISK
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise BadSettingError("WRITETHRU_PHOTO_BUCKET needs more packages: pip install -r requirements/s3.txt.")
    endpoint = environment["WRITETHRU_PHOTO_ENDPOINT"]
    options = {
        "bucket_name": bucket,
        "endpoint_url": endpoint or None,
        "region_name": environment["WRITETHRU_PHOTO_REGION"] or None,
        "addressing_style": "path" if endpoint else "virtual",
        "signature_version": "s3v4",
        "default_acl": None,
        "querystring_auth": True,
        "querystring_expire": SIGNED_FOR,
        "file_overwrite": True,  # names say the content: what is there is the same
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def picture_sources(environment: Environment) -> list[str]:
    """Where, beside this server, a page's pictures may come from: the bucket, where it sends them itself."""
    if environment["WRITETHRU_PHOTO_DELIVERY"] != "link":
        return []
    bucket, region = environment["WRITETHRU_PHOTO_BUCKET"], environment["WRITETHRU_PHOTO_REGION"]
    middle = f"s3.{region}" if region else "s3"
    return [environment["WRITETHRU_PHOTO_ENDPOINT"] or f"https://{bucket}.{middle}.amazonaws.com"]
