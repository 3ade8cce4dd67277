import type { IncomingMessage } from "node:http";
import { isLoopbackUrl } from "#server/base/process/loopback.ts";

/** What proxies, tunnels and load balancers name the headers that they add: by a part of the name, and by how it starts. */
const FORWARDING_PARTS = /^via$|forward|proxy|-original-|(client|real|cluster|connecting|remote|user)-(ip|addr|host)/;
const FORWARDING_PREFIXES = ["x-envoy-", "x-amzn-", "x-azure-", "x-arr-", "cf-", "fly-", "fastly-", "tailscale-"];

const isForwarding = (name: string) =>
  FORWARDING_PARTS.test(name) || FORWARDING_PREFIXES.some((prefix) => name.startsWith(prefix));

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
