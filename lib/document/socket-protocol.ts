/** The parts of the document socket that browser and server share, beyond the Yjs frames themselves. */
export const COLLAB_PATH = "/collab";

/** Close codes. The browser reconnects automatically after any code that isn't in `FINAL_CLOSE_CODES`. */
export const CLOSE = {
  /** The update wasn't committed. The next connection sends it again. */
  notSaved: 4205,
  /** The guard rejected an update. */
  refused: 4400,
  signedOut: 4401,
  noAccess: 4403,
  notFound: 4404,
  /** An update arrived before one that it builds on. The next connection sends both. */
  outOfStep: 4409,
  documentFull: 4413,
  tooManySockets: 4429,
  /** The tab has another schema than the document or the server, which the reason names: see `schemaReason`. */
  otherSchema: 4999,
  tooBig: 1009,
  restarting: 1012,
  tryLater: 1013,
} as const;

export const FINAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  CLOSE.refused,
  CLOSE.signedOut,
  CLOSE.noAccess,
  CLOSE.notFound,
  CLOSE.documentFull,
  CLOSE.otherSchema,
  CLOSE.tooBig,
]);

/** The reason of a socket that is closed with `otherSchema`. */
export const schemaReason = (schemaVersion: number): string => `schema-${schemaVersion}`;

/**
 * Returns whether a close reason says that the tab must be reloaded. Otherwise the tab is the newer one: it met a
 * process that is about to be replaced, and the next socket can reach one of its own version.
 */
export const isTabTooOld = (reason: string, tabSchema: number): boolean =>
  Number(/^schema-(\d+)$/.exec(reason)?.[1] ?? 0) > tabSchema;

/**
 * Asks whether the other end is there, and is its own answer. No other frame is as short, because each starts with the
 * name of a document.
 */
export const PING = Uint8Array.of(0);

export const isPing = (frame: Uint8Array): boolean => frame.length === 1 && frame[0] === PING[0];

/** Sent by the server when a document opens, and when the user's access changes while it is open. */
export interface ScopeMessage {
  t: "scope";
  readOnly: boolean;
  /** Whether only some people can read the review. Nothing of it may stay on a device. */
  restricted: boolean;
}

export const scopeMessage = (scope: { readOnly: boolean; restricted: boolean }): string =>
  JSON.stringify({ t: "scope", readOnly: scope.readOnly, restricted: scope.restricted } satisfies ScopeMessage);

/** Returns the parsed message, or null for any other. An older server doesn't say whether the review is restricted. */
export function parseScopeMessage(payload: string): ScopeMessage | null {
  try {
    const message: unknown = JSON.parse(payload);
    if (typeof message !== "object" || message === null) return null;
    const { t, readOnly, restricted = true } = message as Partial<ScopeMessage>;
    return t === "scope" && typeof readOnly === "boolean" ? { t, readOnly, restricted } : null;
  } catch {
    return null;
  }
}

const SCHEMA_PARAMETER = "v";

/** Returns the schema of the tab that opens this socket. */
export const schemaOf = (url: string): number => Number(new URL(url).searchParams.get(SCHEMA_PARAMETER));

const PERSON_PARAMETER = "as";

/** Returns whose text the tab has that opens this socket, or null if it doesn't say. */
export const personOf = (url: string): string | null => new URL(url).searchParams.get(PERSON_PARAMETER);

/**
 * Returns the URL of a document's socket. There is one socket per document, with the schema this tab was built for.
 * With a person, it opens only in their session, because the browser may have another person's by then.
 */
export function socketUrl(origin: string, documentId: string, schemaVersion: number, userId?: string): string {
  const url = new URL(COLLAB_PATH, origin);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("doc", documentId);
  url.searchParams.set(SCHEMA_PARAMETER, String(schemaVersion));
  if (userId !== undefined) url.searchParams.set(PERSON_PARAMETER, userId);
  return url.href;
}
