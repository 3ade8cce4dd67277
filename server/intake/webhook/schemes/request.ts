import type { RefusalReason } from "#lib/base/vocabulary/integration.ts";

/** A request before its authentication. */
export interface HookRequest {
  headers: Pick<Headers, "get">;
  /** The raw body: signatures are over these bytes. */
  body: Uint8Array;
  query: Pick<URLSearchParams, "get">;
  /** What is behind the dot of the last part of the path. */
  pathSecret: string | null;
}

export type Verdict = "ok" | Extract<RefusalReason, "no_signature" | "wrong_signature" | "stale">;

/** How a tool proves that a delivery is its own, and how we would do the same: for tests of a connection. */
export interface Scheme {
  verify(request: HookRequest, secret: string, nowMs: number): Verdict;
  /** Headers that make this body verify. */
  sign(body: Uint8Array, secret: string, nowMs: number): Record<string, string>;
}
