"""Whom a laptop trusts: whom its machine trusts. A wrong clock makes every certificate wrong by its
dates; then it trusts the very certificate that it has seen at its county, whatever its dates.
"""

import ssl

import httpx2
import truststore

_BY_DATE = {9, 10, 0x800B0101}
"""Not yet valid, or no longer: the codes of OpenSSL, and that of Windows (CERT_E_EXPIRED)."""

_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, for which ``ssl`` has no name."""


def trusting_the_machine() -> ssl.SSLContext:
    """Trusts whom the system trusts: the county's own authority is installed there."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def trusting(certificate: bytes) -> ssl.SSLContext:
    """Trusts this certificate (DER) only, for the names in it, at any time."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=certificate)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME
    return context


def seen(response: httpx2.Response) -> bytes:
    """The certificate (DER) by which whoever answered was known; none without TLS."""
    stream = response.extensions.get("network_stream")
    tls = stream and stream.get_extra_info("ssl_object")
    return (tls.getpeercert(True) or b"") if tls else b""


def rejection(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """That a certificate was not accepted, if that is why a connection failed."""
    cause = error.__cause__ or error.__context__
    if cause is None or isinstance(cause, ssl.SSLCertVerificationError):
        return cause
    return rejection(cause)


def is_by_date(rejected: ssl.SSLCertVerificationError) -> bool:
    """Whether the dates were all that is wrong, as far as was looked."""
    return getattr(rejected, "verify_code", None) in _BY_DATE
