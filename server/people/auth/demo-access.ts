import { DIRECT_HEADER } from "#server/base/kernel/client-address.ts";
import { type Config, config } from "#server/base/process/config.ts";
import { isLoopbackUrl } from "#server/base/process/loopback.ts";

/** Who can use the demo accounts: anyone, requests from this machine only, or no one. */
export type DemoAccess = "anyone" | "this machine" | "nobody";

/**
 * Returns the rule for this process. Their password is public, so they never open to a network without
 * AFTERWORD_DEMO=1.
 */
export function demoAccess({
  demo,
  isLoopback,
  publicUrl,
}: Pick<Config, "demo" | "isLoopback" | "publicUrl">): DemoAccess {
  if (demo !== null) return demo ? "anyone" : "nobody";
  if (!isLoopback || (publicUrl !== null && !isLoopbackUrl(publicUrl))) return "nobody";
  return "this machine";
}

/**
 * Returns whether this request can act as a demo account. Checked for every session, token, sign-in and reset link. The
 * headers are those that the server marked.
 */
export function acceptsDemo(headers: Pick<Headers, "get">): boolean {
  const access = demoAccess(config());
  return access === "anyone" || (access === "this machine" && headers.get(DIRECT_HEADER) === "1");
}
