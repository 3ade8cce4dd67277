import type { RefusalReason } from "#lib/base/vocabulary/integration.ts";

/** A request before its authentication. */
export interface HookRequest {
  headers: Pick<Headers, "get">;
  /** The raw body, because signatures are over these bytes. */
  body: Uint8Array;
  query: Pick<URLSearchParams, "get">;
  /** The part after the dot in the last part of the path. */
  pathSecret: string | null;
}

export type Verdict = "ok" | Extract<RefusalReason, "no_signature" | "wrong_signature" | "stale">;

/** How a tool authenticates a delivery, and how Afterword does the same to test a connection. */
export interface Scheme {
  verify(request: HookRequest, secret: string, nowMs: number): Verdict;
  /** Returns headers with which this body verifies. */
  sign(body: Uint8Array, secret: string, nowMs: number): Record<string, string>;
}
