/** All data of the contract, at hand at once. */

import contract from "./data/contract.js";
import errors from "./data/errors.js";
import explanations from "./data/explanations.js";
import received from "./data/received.js";
import rules from "./data/rules.js";
import sent from "./data/sent.js";

export const data = { ...contract, rules, explanations, pools: { sent, received, errors } };
