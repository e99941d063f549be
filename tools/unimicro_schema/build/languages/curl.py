"""A call for the command line, by curl."""

from __future__ import annotations

from unimicro_schema.build.languages.call import JSON, ShownCall

_CONTINUED = " \\\n  "
_END = "JSON"


def program(call: ShownCall) -> str:
    """Shell commands that print the body of the answer, and fail with it where that is an error."""
    parts = ["curl --fail-with-body --silent --show-error"]
    if call.parameters:
        parts.append(f"--get {_quoted(call.host + call.path)}")
        parts += [f"--data-urlencode {_quoted(f'{name}={value}')}" for name, value in call.parameters.items()]
    else:
        method = "" if call.method == "GET" else f"--request {call.method} "
        parts.append(f"{method}{_quoted(call.host + call.target)}")
    parts += [f'--header "{secret.header}: {secret.prefix}${secret.variable}"' for secret in call.secrets]
    if call.body is None:
        parts += ['--header "Content-Length: 0"'] if call.is_empty else []
        return _CONTINUED.join(parts)
    parts += [f'--header "Content-Type: {JSON}"', f"--data @- <<'{_END}'"]
    notes = [f"# {fresh.name}: put a new GUID here for every new object." for fresh in call.body.fresh]
    return "\n".join([*notes, _CONTINUED.join(parts), call.body.json(), _END])


def _quoted(text: str) -> str:
    """Text as one word of a shell, in double quotes where that is enough."""
    return "'" + text.replace("'", "'\\''") + "'" if set('"$`\\!') & set(text) else f'"{text}"'
