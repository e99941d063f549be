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

export interface ValidateOptions {
  /** The status of a response; without it, the body is that of the request. */
  status?: string | number | null;
  /** Whether advice is an error too. */
  strict?: boolean;
}

/** The functions that read the data of the contract. */
export interface Functions {
  /**
   * Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.
   *
   * `data` is a JSON text, its bytes, or a value that JSON can hold; anything else is a `TypeError`. Throws an
   * `UnknownNameError` for an operation or a status that the contract does not have.
   */
  validate(data: unknown, operation: OperationId | (string & {}), options?: ValidateOptions): Report;
  /** All operations, in the order of the guide. */
  operations(): Operation[];
}

export declare const validate: Functions["validate"];
export declare const operations: Functions["operations"];

/** The name of an operation. */
export type OperationId = keyof Responses;

