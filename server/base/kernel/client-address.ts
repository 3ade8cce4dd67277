import type { IncomingMessage } from "node:http";
import { isLoopbackUrl } from "#server/base/process/loopback.ts";

/** Names of the headers that proxies, tunnels and load balancers add: by a part of the name, and by its start. */
const FORWARDING_PARTS = /^via$|forward|proxy|-original-|(client|real|cluster|connecting|remote|user)-(ip|addr|host)/;
const FORWARDING_PREFIXES = ["x-envoy-", "x-amzn-", "x-azure-", "x-arr-", "cf-", "fly-", "fastly-", "tailscale-"];

const isForwarding = (name: string) =>
  FORWARDING_PARTS.test(name) || FORWARDING_PREFIXES.some((prefix) => name.startsWith(prefix));

/**
 * Returns whether a browser or program on this machine sent the request directly: by a loopback name, and without
 * anything that a proxy adds. Plain HTTP/1.0 is what proxies speak by default, and browsers don't.
 */
function isDirectRequest({ headers, httpVersion }: Pick<IncomingMessage, "headers" | "httpVersion">): boolean {
  if (httpVersion === "1.0" || Object.keys(headers).some(isForwarding)) return false;
  if (!/^[\w.:[\]-]+$/.test(headers.host ?? "") || !isLoopbackUrl(`http://${headers.host}`)) return false;
  // A proxy can hide the requested host, but not the browser's own origin.
  const { origin } = headers;
  return origin === undefined || !/^https?:/i.test(origin) || isLoopbackUrl(origin);
}

/** Read by rate limits and the audit log. Anything a client sends under this name is replaced. */
export const ADDRESS_HEADER = "x-afterword-address";

/** The requested path, for pages that send someone to sign in and back. */
export const PATH_HEADER = "x-afterword-path";

/** "1" on a request without a proxy to a loopback name, otherwise "0". */
export const DIRECT_HEADER = "x-afterword-direct";

const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-forwarded-for", "forwarded"];

/** Returns the address of the client: the socket's, or what the outermost of `trustedProxies` proxies saw. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return socketAddress;
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  return hops.at(-trustedProxies) ?? hops[0] ?? socketAddress;
}

/** Sets the address, path and direct headers, and drops forwarding headers that no trusted proxy has set. */
export function markAddress(request: IncomingMessage, trustedProxies: number): void {
  request.headers[DIRECT_HEADER] = isDirectRequest(request) ? "1" : "0";
  request.headers[ADDRESS_HEADER] = clientAddress(request, trustedProxies);
  request.headers[PATH_HEADER] = (request.url ?? "/").replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "");
  if (trustedProxies === 0) for (const name of FORWARDED) delete request.headers[name];
}

/** Returns whether the request comes directly from this machine. */
export function isFromHere(request: IncomingMessage): boolean {
  if (!isDirectRequest(request)) return false;
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  return address === "::1" || address.startsWith("127.");
}
