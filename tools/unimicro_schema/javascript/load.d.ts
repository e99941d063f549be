import type { Functions, OperationId } from "./index.js";

/** The same functions with the data of one operation only, for pages. The data is fetched when it is first asked for. `validate` throws for an operation whose data is not among it. */
export declare function load(operation: OperationId | (string & {})): Promise<Functions>;
