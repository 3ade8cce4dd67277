import type { IncomingMessage } from "node:http";
import { isLoopbackUrl } from "#server/base/process/loopback.ts";

/** Headers that proxies, tunnels and load balancers add, by whole name and by how the name begins. */
const FORWARDING_NAMES = new Set(["forwarded", "via", "client-ip", "true-client-ip", "x-client-ip", "x-real-ip"]);
const FORWARDING_PREFIXES = ["x-forwarded", "x-original-", "x-envoy-", "x-amzn-", "x-azure-", "cf-", "fly-", "fastly-"];

const isForwarding = (name: string) =>
  FORWARDING_NAMES.has(name) || FORWARDING_PREFIXES.some((prefix) => name.startsWith(prefix));

/**
 * Whether a browser or program of this machine asked this server itself: by a loopback name, and with nothing that a
 * proxy adds. Plain HTTP/1.0 is what a proxy with its defaults speaks, and no browser does.
 */
export function isDirectRequest({ headers, httpVersion }: Pick<IncomingMessage, "headers" | "httpVersion">): boolean {
  if (httpVersion === "1.0" || Object.keys(headers).some(isForwarding)) return false;
  if (!/^[\w.:[\]-]+$/.test(headers.host ?? "") || !isLoopbackUrl(`http://${headers.host}`)) return false;
  // A proxy may hide the host that was asked for, but not where the browser says it is.
  const { origin } = headers;
  return origin === undefined || !/^https?:/i.test(origin) || isLoopbackUrl(origin);
}
