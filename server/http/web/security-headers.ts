import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { NONCE_HEADER } from "#server/base/kernel/nonce-header.ts";
import type { Config } from "#server/base/process/config.ts";

const CSP = "content-security-policy";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const PLAIN = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};

/** API responses aren't pages. Nothing in them runs or loads. */
const NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** The reference has its own style and nothing else. */
const REFERENCE = `${NOT_A_PAGE}; style-src 'unsafe-inline'`;

/**
 * Returns the sources that a page can load: scripts with this response's nonce and what they load, everything else
 * from this server only. Inline styles are allowed, because editor, charts and menus use them for positions.
 */
const pagePolicy = (nonce: string, isDevelopment: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const REFERENCE_PATH = /^\/api\/v1\/docs\/?(?:\?|$)/;

/** Returns whether the browser used https, according to the public address or a trusted proxy. */
const isByHttps = (request: IncomingMessage, { publicUrl, trustedProxies }: Config) =>
  publicUrl !== null
    ? publicUrl.startsWith("https://")
    : trustedProxies > 0 && /^https\b/.test(String(request.headers["x-forwarded-proto"] ?? ""));

/** Sets the security headers of a response, and passes its nonce to the pages. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, config: Config): void {
  for (const [name, value] of Object.entries(PLAIN)) response.setHeader(name, value);
  if (isByHttps(request, config)) response.setHeader("strict-transport-security", `max-age=${YEAR_SECONDS}`);
  const url = request.url ?? "/";
  delete request.headers[NONCE_HEADER];
  delete request.headers[CSP];
  if (url.startsWith("/api/")) {
    response.setHeader(CSP, REFERENCE_PATH.test(url) ? REFERENCE : NOT_A_PAGE);
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, config.mode === "development");
  // Next reads the nonce of its own scripts from this header of the request.
  request.headers[CSP] = policy;
  request.headers[NONCE_HEADER] = nonce;
  response.setHeader(CSP, policy);
}
