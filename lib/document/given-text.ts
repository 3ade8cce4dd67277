import { SCHEMA_VERSION } from "./schema-version.ts";

/** A text as it is sent with its page. */
export interface SentText {
  documentId: string;
  schemaVersion: number;
  readOnly: boolean;
  restricted: boolean;
  /** An update in base64, or null if the text is only sent over the socket. */
  state: string | null;
}

/** A text that came with the page, and what its person can do with it. */
export interface GivenText {
  state: Uint8Array;
  readOnly: boolean;
  restricted: boolean;
}

/** Without an iterator, which takes ten times as long for a text of some pages. */
function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/**
 * Returns the text of a document that came with the page. Null if it is another one, or one that this tab can't read.
 */
export function givenText(sent: SentText | undefined, documentId: string): GivenText | null {
  if (!sent?.state || sent.documentId !== documentId || sent.schemaVersion !== SCHEMA_VERSION) return null;
  const { readOnly, restricted } = sent;
  return { state: bytesOf(sent.state), readOnly, restricted };
}
