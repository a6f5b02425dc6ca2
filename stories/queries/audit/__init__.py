"""Who did what on a story, and when: one line for each act, from everything the record keeps."""

from .page import Asked, AuditPage, acts_of, audit_page, people_in
from .values import ACTS, Act

__all__ = ["ACTS", "Act", "Asked", "AuditPage", "acts_of", "audit_page", "people_in"]
