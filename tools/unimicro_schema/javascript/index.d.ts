/** One defect of a payload. */
export interface Finding {
  /** The stable id of the rule. */
  rule: string;
  severity: "error" | "advice";
  /** The place as a JSON pointer (RFC 6901). */
  pointer: string;
  /** From 1; null where the payload was given parsed. */
  line: number | null;
  /** From 1, in characters. */
  column: number | null;
  /** One sentence, without values of the payload. */
  message: string;
  /** What was probably meant. */
  suggestion: string | null;
  /** Where the rule is explained. */
  docs: string;
}

/** The verdict on one payload. Advice does not change it. */
export interface Report {
  operation: string;
  valid: boolean;
  findings: Finding[];
}

/** A JSON body: the name of its type, and whether it is a list of that. */
export interface Body {
  model: string;
  list: boolean;
}

/** An operation by the name that the whole toolkit uses for it. */
export interface Operation {
  id: OperationId;
  method: string;
  path: string;
  /** The value of the query parameter `action`, where one is needed. */
  action: string | null;
  summary: string;
  request: Body | null;
  responses: Record<string, { description: string; body: Body | null }>;
}

/** There is no operation or body of that name. The message says which there are. */
export declare class UnknownNameError extends Error {}

/** An update that cannot be made. */
export declare class UpdateError extends Error {
  /** The place in what was given as a JSON pointer. */
  pointer: string;
}

export interface ValidateOptions {
  /** The status of a response; without it, the body is that of the request. */
  status?: string | number | null;
  /** Whether advice is an error too. */
  strict?: boolean;
  /**
   * Whether the request was read, changed and is sent back. Keys and codes that the contract does not know are advice then, unless a
   * key is nearly a known one. Only operations that change what exists take it; with others it is a `RangeError`.
   */
  readBack?: boolean;
}

/** What an error body says to people. */
export interface Message {
  text: string;
  /** The place in the body as a JSON pointer; null where the body is not JSON. */
  pointer: string | null;
  /** The pointer of the object that the message is beside, if it is beside a part of what was sent. */
  about: string | null;
  /** The property that the message names as the wrong one, where it names one. */
  property: string | null;
}

/** What an error body means. */
export interface Explanation {
  /** Whether the body is one of the documented ones. */
  recognised: boolean;
  name: string | null;
  title: string;
  status: string | null;
  messages: Message[];
  /** The property that a message names as the wrong id, with its entity, where one does. */
  foreign_key: string | null;
  cause: string;
  action: string;
  /** Whether the request may be sent again. */
  retry: { id: string; sentence: string };
  /** The page that explains the error body. */
  docs: string;
}

/** A `URL` or a `URLSearchParams`, whichever library declares them. */
export type QueryText = { readonly href: string; toString(): string } | { getAll(name: string): string[]; toString(): string };

/** The functions that read the data of the contract. */
export interface Functions {
  /**
   * Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.
   *
   * `data` is a JSON text, its bytes, or a value that JSON can hold; anything else is a `TypeError`. Throws an
   * `UnknownNameError` for an operation or a status that the contract does not have, and a `TypeError` for an unknown option.
   */
  validate(data: unknown, operation: OperationId | (string & {}), options?: ValidateOptions): Report;
  /**
   * Whether a query fits an operation, `listCustomers` unless another is named, and what is wrong with it if not.
   *
   * `text` is a query string such as `expand=Info&top=10`, with or without a question mark in front, a path, or a URL; encoded, or
   * as it is before it is encoded. The columns of the findings count in it as it is given. Throws an `UnknownNameError` for an
   * operation that the contract does not have, and a `TypeError` for anything else.
   */
  checkQuery(text: string | QueryText, operation?: OperationId | (string & {}), options?: { strict?: boolean }): Report;
  /**
   * What the body of an error means, with the status of its response or by its shape alone.
   *
   * `body` is what came back, a text or bytes, or a value that JSON can hold; a text need not be JSON. Throws an
   * `UnknownNameError` for a status that is not one of HTTP.
   */
  explainError(body: unknown, status?: string | number | null): Explanation;
  /**
   * The smallest body for `updateCustomer` that makes what was read `before` into `after`: readings of the same customer, as values,
   * JSON texts or bytes. What `after` leaves out stays as it is; that null clears a value is assumed. Equal readings give the id
   * alone. Throws an `UpdateError` for what cannot be sent, and for what is said in two ways.
   */
  minimalUpdate(before: unknown, after: unknown): Requests extends { updateCustomer: infer Body } ? Body : never;
  /** All operations, in the order of the guide. */
  operations(): Operation[];
}

export declare const validate: Functions["validate"];
export declare const checkQuery: Functions["checkQuery"];
export declare const minimalUpdate: Functions["minimalUpdate"];
export declare const explainError: Functions["explainError"];
export declare const operations: Functions["operations"];

/** The name of an operation. */
export type OperationId = keyof Responses;

