/** Passes the nonce of a page's scripts to the page. Anything a client sends under this name is replaced. */
export const NONCE_HEADER = "x-nonce";
