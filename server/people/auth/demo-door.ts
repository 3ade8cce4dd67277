import { DIRECT_HEADER } from "#server/base/kernel/client-address.ts";
import { type Config, config } from "#server/base/process/config.ts";
import { isLoopbackUrl } from "#server/base/process/loopback.ts";

/** Whom the accounts of the demo data let in: anyone, requests of this machine alone, or no one. */
export type DemoDoor = "anyone" | "this machine" | "nobody";

/** The rule for this process. Their password is printed, so they never open to a network without AFTERWORD_DEMO=1. */
export function demoDoor({ demo, isLoopback, publicUrl }: Pick<Config, "demo" | "isLoopback" | "publicUrl">): DemoDoor {
  if (demo !== null) return demo ? "anyone" : "nobody";
  if (!isLoopback || (publicUrl !== null && !isLoopbackUrl(publicUrl))) return "nobody";
  return "this machine";
}

/**
 * Whether this request may act as a demo account: every session, token, sign-in and reset link asks here. The headers
 * are those that the server marked.
 */
export function acceptsDemo(headers: Pick<Headers, "get">): boolean {
  const door = demoDoor(config());
  return door === "anyone" || (door === "this machine" && headers.get(DIRECT_HEADER) === "1");
}
