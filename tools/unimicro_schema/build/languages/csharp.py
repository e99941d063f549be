"""A call as a C# program of top-level statements, by HttpClient."""

from __future__ import annotations

from unimicro_schema.build.languages.call import JSON, Answer, Secret, ShownCall, one

_FRESH = "{{Guid.NewGuid()}}"
_INDENT = "    "


def program(call: ShownCall) -> str:
    """A program that prints the useful part of the answer, and throws where that is an error."""
    uses = ["using System.Text;"] if call.body else []
    uses += ["using System.Text.Json.Nodes;"] if call.answer else []
    lines = [
        *(f'var {item.name} = Environment.GetEnvironmentVariable("{item.variable}");' for item in call.secrets),
        f'using var client = new HttpClient {{ BaseAddress = new Uri("{call.host}") }};',
        *(f'client.DefaultRequestHeaders.Add("{item.header}", {_sent(item)});' for item in call.secrets),
        "",
    ]
    url = f'"{call.target}"'
    if call.parameters:
        lines += ["var query = new Dictionary<string, string>", "{"]
        lines += [f"{_INDENT}[{_text(name)}] = {_text(value)}," for name, value in call.parameters.items()]
        lines += ["};"]
        lines += ['var parts = query.Select(item => $"{item.Key}={Uri.EscapeDataString(item.Value)}");']
        url = f'"{call.path}?" + string.Join("&", parts)'
    content = ["null"] if call.is_empty else []
    if call.body:
        marks = '$$"""' if call.body.fresh else '"""'
        lines += [
            f"var body = {marks}",
            *(_INDENT + line for line in call.body.json(_FRESH).splitlines()),
            f'{_INDENT}""";',
        ]
        lines += [f'var content = new StringContent(body, Encoding.UTF8, "{JSON}");']
        content = ["content"]
    sent = f"client.{call.method.title()}Async({', '.join([url, *content])})"
    lines += [f"using var response = await {sent};", "var answer = await response.Content.ReadAsStringAsync();"]
    lines += ["if (!response.IsSuccessStatusCode)"]
    lines += [_INDENT + 'throw new HttpRequestException($"{(int)response.StatusCode} {answer}");', ""]
    return "\n".join([*uses, *([""] if uses else []), *lines, *_printing(call.answer)])


def _sent(secret: Secret) -> str:
    return f'$"{secret.prefix}{{{secret.name}}}"' if secret.prefix else secret.name


def _printing(answer: Answer | None) -> list[str]:
    if answer is None:
        return ["Console.WriteLine((int)response.StatusCode);"]
    if not answer.shown:
        return ["Console.WriteLine(JsonNode.Parse(answer));"]
    name = one(answer.model)
    shown = " ".join("{" + name + "?".join(f'["{part}"]' for part in path) + "}" for path in answer.shown)
    line = f'Console.WriteLine($"{shown}");'
    if answer.many:
        return [
            f"foreach (var {name} in JsonNode.Parse(answer)!.AsArray())",
            _INDENT + line.replace(f"{{{name}[", f"{{{name}![", 1),
        ]
    return [f"var {name} = JsonNode.Parse(answer)!;", line]


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
