"""What ``/openapi.json`` says of routes that check a request themselves."""

from typing import Any

from sqlmodel import SQLModel

from gridapp.contract.problems import Problem, ProblemReply
from gridapp.server.signatures import SIGNATURE_HEADER, TIME_HEADER

TOKEN = "token"

SECURITY_SCHEMES = {
    TOKEN: {
        "type": "http",
        "scheme": "bearer",
        "description": "Access token of a device; the metrics take the operator's secret instead.",
    }
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route, with the problem codes of each status."""
    return {
        status: {
            "model": ProblemReply,
            "description": ", ".join(code for code in Problem if code.startswith(str(status))),
        }
        for status in statuses
    }


def with_token() -> dict[str, Any]:
    """The route wants the device's token."""
    return {"security": [{TOKEN: []}]}


def with_body(message: type[SQLModel]) -> dict[str, Any]:
    """The route reads this message out of a JSON body."""
    schema = message.model_json_schema()
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def with_signed_body(message: type[SQLModel]) -> dict[str, Any]:
    """The same, where the device signs its request."""
    headers = {SIGNATURE_HEADER: "Ed25519, in hex", TIME_HEADER: "Unix seconds"}
    parameters = [
        {
            "name": name,
            "in": "header",
            "required": True,
            "description": words,
            "schema": {"type": "string"},
        }
        for name, words in headers.items()
    ]
    return {**with_body(message), "parameters": parameters}
