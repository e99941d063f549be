"""What error bodies mean: their messages, the likely cause, what to do, and whether to send the request again."""

from unimicro_schema.explanation.explain import Explanation, Message, explain_error

__all__ = ["Explanation", "Message", "explain_error"]
