"""The answer with a body, as programs show it."""

from __future__ import annotations

PROGRESS = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n"
"""What curl begins to say of how far it is, if it writes into a file."""


def shown(body: str) -> dict[str, str]:
    """What each program prints of a response with the status 400 and a body, by what the program is."""
    return {
        "curl -i": f"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nDate: now\r\n\r\n{body}",
        "curl -i through a proxy": f"HTTP/1.1 200 Connection established\n\nHTTP/2 400 \ncontent-type: application/json\n\n{body}",
        "a proxy that writes in lowercase": f"http/1.1 400 bad request\nserver: a\n\n{body}",
        "curl -v": f"* Connected\n> PUT /api HTTP/1.1\n> Host: a\n> \n< HTTP/1.1 400 Bad Request\n< Date: now\n< \n{{ [9 bytes data]\n{body}",
        "curl -v into a file": f"{PROGRESS}\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0*   Trying 127.0.0.1:80...\n> PUT /api HTTP/1.1\r\n> \r\n}} [9 bytes data]\n< HTTP/1.1 400 Bad Request\r\n< Date: now\r\n< \r\n{{ [129 bytes data]\n\r100   138  100   129  100     9   5863    409 --:--:-- --:--:-- --:--:--  6571\n* Connection #0 to host 127.0.0.1 left intact\n{body}",
        "curl -i into a file": f"{PROGRESS}\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100 12.9k  100 12.9k    0     0  90000      0 --:--:-- --:--:-- --:--:-- 90000\nHTTP/1.1 400 Bad Request\r\nDate: now\r\n\r\n{body}",
        "the tools of a browser": f"Request URL:\nhttps://a/b\nRequest Method:\nPUT\nStatus Code:\n400 Bad Request\nDate:\nnow\n\n{body}",
        "wget -S": f"  HTTP/1.1 400 Bad Request\n  Content-Type: application/json\n\n{body}",
        "curl --fail-with-body": f"{body}\ncurl: (22) The requested URL returned error: 400\n",
        "Firefox": f"XHRPOST\nhttps://a/b\n[HTTP/2 400  120ms]\n\n{body}",
        "a file with a byte order mark": f"\ufeffHTTP/1.1 400 Bad Request\r\nDate: now\r\n\r\n{body}",
        "the guide's Python": f"400 {body}\n",
        "the guide's C#": f"Unhandled exception. System.Net.Http.HttpRequestException: 400 {body}\n   at Program.<Main>$(String[] args)\n",
        "the guide's JavaScript": f"file:///a.mjs:5\nthrow new Error(`${{read.status}}`);\n      ^\n\nError: 400 {body}\n    at file:///a.mjs:5:7\n\nNode.js v20.0.0\n",
        "the guide's PHP": f"PHP Fatal error:  Uncaught RuntimeException: 400 {body} in /a.php:22\nStack trace:\n#0 {{main}}\n  thrown in /a.php on line 22\n",
        "Guzzle": f"PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\ClientException: Client error: `POST https://a/b` resulted in a `400 Bad Request` response:\n{body}\n in /a.php:111\nStack trace:\n",
        "requests, and the body behind it": f"requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://a/b\n{body}\n",
        "httpx, and the body behind it": f"httpx.HTTPStatusError: Client error '400 Bad Request' for url 'https://a/b'\n{body}\n",
        "axios, and the body behind it": f"AxiosError: Request failed with status code 400\n    at settle (file:///a.mjs:1:1)\n{body}\n",
        ".NET, and the body behind it": f"Response status code does not indicate success: 400 (Bad Request).\n{body}\n",
        "HttpResponseMessage": f"StatusCode: 400, ReasonPhrase: 'Bad Request', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:\n{{\n  Date: now\n  Content-Type: application/json\n}}\n{body}\n",
    }


def shown_without_status(body: str) -> dict[str, str]:
    """What programs print of a response with its body, but without its status."""
    lines = "".join(f"     | {line}\n" for line in body.splitlines())
    return {
        "Windows PowerShell": f"Invoke-RestMethod : {body}\nAt line:1 char:1\n+ Invoke-RestMethod https://a/b\n",
        "headers without the status": f"Content-Type: application/json\nDate: now\n\n{body}",
        "PowerShell 7": f"Invoke-RestMethod: \nLine |\n   1 |  Invoke-RestMethod https://a/b\n     |  ~~~~~~~~~~~~~~~~~\n{lines}",
    }


WITHOUT_BODY = {
    "Windows PowerShell": "Invoke-WebRequest : The remote server returned an error: (401) Unauthorized.\nAt line:1 char:1\n",
    "PowerShell 7": "Invoke-RestMethod: Response status code does not indicate success: 401 (Unauthorized).\n",
    "HttpResponseMessage": "StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: <null>, Headers:\n{\n  Date: now\n}\n",
    "axios, with what was sent": 'AxiosError: Request failed with status code 401\n  config: {\n    data: \'{"OrgNumber":"1"}\'\n  }\n',
    "httpx": "Traceback (most recent call last):\nhttpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://a/b'\n",
    "requests": "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://a/b\n",
    ".NET": "System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).\n",
    "axios": "AxiosError: Request failed with status code 401\n",
    "curl --fail": "curl: (22) The requested URL returned error: 401\n",
    "PHP": "PHP Warning:  file_get_contents(https://a/b): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized in /a.php on line 3\n",
}
"""What programs say of a response without showing its body."""

EMPTY = {
    "the guide's Python": "401 \n",
    "the guide's C#": "Unhandled exception. System.Net.Http.HttpRequestException: 401 \n   at Program.<Main>$(String[] args)\n",
    "the guide's JavaScript": "Error: 401 \n    at file:///a.mjs:5:7\n",
    "the guide's PHP": "PHP Fatal error:  Uncaught RuntimeException: 401  in /a.php:22\n",
    "curl -i": "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
}
"""How programs show a response whose body is empty."""

ALONE = {
    "JSON that speaks of a status": '{"Message": "Error: 400 {x} resulted in a `400 Bad` response: y"}',
    "a text that speaks of an error": "Error: not found",
    "a page": "<!doctype html><title>Error: 502 <b></title>",
    "markup that has a status in it": "<HTTP/1.1 404 Not Found>",
    "nothing": "",
    "spaces": " \n ",
    "a number": "42",
}
"""Bodies alone, which stay as they are."""
