"""What readers ask, and the page that answers it: among the first three results of the site's own search."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.test_readers import results
from helpers.visits import Site

pytestmark = pytest.mark.xdist_group("readers")

CREATE, CONTACT, QUERY = "guide/create-a-customer/", "guide/contact-details/", "guide/list-and-query/"
START, STATUS, UPDATE = "guide/getting-started/", "guide/change-status/", "guide/update-and-delete/"
CHANGE, ERRORS, LIVE = "guide/read-and-change/", "guide/errors/", "guide/going-live/"
FIND = "guide/find-or-create/"
REPORTS, BULK, KID, ONE = "guide/default-reports/", "guide/bulk-save/", "guide/kid-alias/", "guide/get-next-previous/"

# The words as a reader types them, and the pages of which one must be found.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "find customer by organisation number": (QUERY, FIND),
    "does customer exist": (QUERY, FIND),
    "invoice address": (
        CONTACT,
        CREATE,
    ),
    "delivery address": (
        CONTACT,
        CREATE,
    ),
    "list all active customers": (QUERY,),
    "list all active customers page by page": (QUERY,),
    "search customer": (QUERY,),
    "duplicate customer": (
        CREATE,
        LIVE,
    ),
    "CompanyKey": (START,),
    "company key header": (START,),
    "400 error body": (ERRORS,),
    "OrgNumber eq": (QUERY, FIND),
    "deactivate customer": (STATUS,),
    "create customer": (CREATE,),
    "token": (START,),
    "read everything": (QUERY,),
    "generate pydantic models": ("toolkit/exports",),
    "validate payloads in CI": ("toolkit/ci",),
    "authentication": (START,),
    "paging": (QUERY,),
    "pagination": (QUERY,),
    "sandbox": (START,),
    "cursor": (QUERY,),
    "createguid": (
        CREATE,
        UPDATE,
        LIVE,
    ),
    "postman": (
        "reference/downloads",
        "toolkit/other-tools",
        START,
    ),
    "PHP": (START,),
    "leveringsadresse": (CONTACT,),
    "fakturaadresse": (CONTACT,),
    "e-post": (CONTACT,),
    "epost": (CONTACT,),
    "epostadresse": (CONTACT,),
    "adresse": (CONTACT,),
    "deaktiver": (STATUS,),
    "deaktiver kunde": (STATUS,),
    "opprett kunde": (CREATE,),
    "e-mail": (CONTACT,),
    "next page": (QUERY,),
    "rate limiting": (
        ERRORS,
        LIVE,
    ),
    "slett kunde": (UPDATE,),
    "organisasjonsnummer": (
        QUERY,
        CREATE,
    ),
    "login": (START,),
    "log in": (START,),
    "delete a customer": (UPDATE,),
    "add a phone number": (
        UPDATE,
        CONTACT,
    ),
    "block customer": (STATUS,),
    "potential customer": (
        CREATE,
        STATUS,
    ),
    "pytest": ("toolkit/pytest",),
    "typescript types": ("toolkit/javascript",),
    "generate C# client": ("toolkit/generators",),
    "500 error": (ERRORS,),
    "clear a field": (
        UPDATE,
        CHANGE,
    ),
    "kundenummer": (
        CREATE,
        QUERY,
        "guide/glossary",
    ),
    "KID number": (KID,),
    "default report for invoices": (REPORTS,),
    "go live checklist": (LIVE,),
    "test environment": (START,),
    "save many customers at once": (BULK,),
    "create_customer": (
        CREATE,
        "operations/createCustomer",
    ),
    "create-customer": (
        CREATE,
        "operations/createCustomer",
    ),
    "Create Customer": (CREATE,),
    "org number": (
        QUERY,
        CREATE,
    ),
    "telefonnummer": (CONTACT,),
    "kontaktperson": (
        CONTACT,
        CREATE,
    ),
    "change address": (
        UPDATE,
        CONTACT,
        CHANGE,
    ),
    "sort by name": (QUERY,),
    "count customers": (QUERY,),
    "customers changed since yesterday": (QUERY,),
    "reactivate customer": (STATUS,),
    "misspelt filter": (QUERY,),
    "access token expired": (
        START,
        ERRORS,
    ),
    "get customer by id": (ONE,),
    "betalingsbetingelser": (
        CREATE,
        "guide/glossary",
        CONTACT,
    ),
    "rediger kunde": (
        UPDATE,
        CHANGE,
    ),
    "merge duplicates": (
        LIVE,
        CREATE,
        UPDATE,
    ),
    "pre-commit hook": (
        "toolkit/other-tools",
        "toolkit/ci",
    ),
    "unauthorized": (
        "errors/Unauthorized",
        ERRORS,
    ),
    "openapi file": (
        "reference/downloads",
        "reference/",
    ),
    "How do I authenticate": (START,),
    "customer already exists": (
        QUERY,
        CREATE,
        ERRORS,
    ),
    "set invoice address": (
        CONTACT,
        CREATE,
    ),
    "multiple addresses": (CONTACT, "guide/duplicate-addresses/"),
    "expand Info": (
        QUERY,
        ONE,
    ),
    "top skip": (QUERY,),
    "orderby": (QUERY,),
    "EHF invoice": (
        "entities/Customer",
        CREATE,
        "glossary",
    ),
    "status code 30001": ("codes/",),
    "how to test without affecting production": (
        START,
        LIVE,
    ),
    "kunde finnes": (QUERY,),
    "hent kunde": (
        ONE,
        QUERY,
    ),
    "søk kunde": (QUERY,),
    "faktura epost": (CONTACT,),
    "sperre kunde": (STATUS,),
    "ugyldig organisasjonsnummer": (
        ERRORS,
        QUERY,
        CREATE,
    ),
    "Norwegian terms": ("guide/glossary",),
    "retry after timeout": (
        LIVE,
        ERRORS,
        CREATE,
    ),
    "idempotent": (
        CREATE,
        LIVE,
        UPDATE,
    ),
    "JavaScript client": (
        "toolkit/javascript",
        "toolkit/generators",
        "toolkit/client",
    ),
    "har file": ("toolkit/calls",),
    "mock server": (
        "toolkit/calls",
        "toolkit/",
    ),
    "currency": ("entities/CurrencyCode",),
    "bank account": ("entities/BankAccount",),
    "seller": ("entities/Seller",),
}


def test_ordinary_questions_find_the_right_page(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.address)
    page.get_by_role("textbox", name="Search").click()
    missed = {}
    for words, wanted in QUESTIONS.items():
        hits = results(page, words)
        if not any(place in hit for hit in hits for place in wanted):
            missed[words] = hits
    assert len(QUESTIONS) >= 40
    assert missed == {}


def test_the_words_that_only_the_search_knows_are_not_shown(site: Site, opened: Callable[..., Page]) -> None:
    page = opened(site.address)
    page.get_by_role("textbox", name="Search").click()
    results(page, "leveringsadresse")
    for place in (page.locator(".md-search-result"), opened(f"{site.address}{CONTACT}").locator("body")):
        assert "postadresse" not in place.inner_text()
