import type { RefusalReason } from "#lib/base/vocabulary/integration.ts";
import type { HookRequest, Scheme, Verdict } from "./schemes/request.ts";

/** Returns whether one of the valid secrets authenticates the request, or why not: of all secrets, the nearest miss. */
export function verifyRequest(
  scheme: Scheme,
  request: HookRequest,
  secrets: readonly string[],
  nowMs: number,
): "ok" | RefusalReason {
  const verdicts: Verdict[] = secrets.map((secret) => scheme.verify(request, secret, nowMs));
  if (verdicts.length === 0) return "no_secret";
  for (const nearest of ["ok", "stale", "wrong_signature"] as const) if (verdicts.includes(nearest)) return nearest;
  return "no_signature";
}
