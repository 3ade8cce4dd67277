export { createToken } from "./create.ts";
export { listTokens } from "./read.ts";
export { revokeToken } from "./revoke.ts";
