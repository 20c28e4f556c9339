"""What ``/openapi.json`` says of routes that check a request themselves."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.security import HTTPBearer
from sqlmodel import SQLModel

from gridapp.contract import MIN_SCHEMA
from gridapp.contract.problems import Problem, ProblemReply
from gridapp.server.access.signatures import SIGNATURE_HEADER, TIME_HEADER

TOKEN = HTTPBearer(auto_error=False, scheme_name="token")
"""Only described; ``access`` checks it."""

AT_ANY_TIME = (Problem.BUSY, Problem.DISK_FULL)


def refusals(*codes: Problem) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route: by status, with the problem codes that the reply may carry."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        status = by_status.setdefault(int(code[:3]), {"model": ProblemReply, "description": ""})
        status["description"] += f"{', ' if status['description'] else ''}{code}"
    return by_status


def with_body(message: type[SQLModel], *, signed: bool = False) -> dict[str, Any]:
    """The route reads this message out of a JSON body, perhaps signed by the device."""
    schema = message.model_json_schema()
    if "schema_version" in schema["properties"]:
        schema["properties"]["schema_version"]["minimum"] = MIN_SCHEMA
    content = {"application/json": {"schema": schema}}
    described: dict[str, Any] = {"requestBody": {"required": True, "content": content}}
    if signed:
        described["parameters"] = [
            _header(SIGNATURE_HEADER, "Ed25519 over method, path, hash of the body and time; hex."),
            _header(TIME_HEADER, "Unix seconds."),
        ]
    return described


def describe(app: FastAPI) -> dict[str, Any]:
    """The whole description. What cannot be read is 400 here, never FastAPI's own 422."""
    schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
    return schema


def _header(name: str, description: str) -> dict[str, Any]:
    schema = {"type": "string"}
    return {
        "name": name,
        "in": "header",
        "required": True,
        "description": description,
        "schema": schema,
    }
