import { SCHEMA_VERSION } from "./schema-version.ts";

/** A text as the page gets it. */
export interface SentText {
  documentId: string;
  schemaVersion: number;
  readOnly: boolean;
  restricted: boolean;
  /** In base64 and in order, or null if the text is only sent over the socket. */
  updates: string[] | null;
}

/** A text that came with the page, and what its person can do with it. */
export interface GivenText {
  updates: Uint8Array[];
  readOnly: boolean;
  restricted: boolean;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Returns the text of a document that came with the page. Null if it is another one, or one that this tab can't read. */
export function givenText(sent: SentText | undefined, documentId: string): GivenText | null {
  if (!sent?.updates || sent.documentId !== documentId || sent.schemaVersion !== SCHEMA_VERSION) return null;
  const { readOnly, restricted } = sent;
  return { updates: sent.updates.map(bytesOf), readOnly, restricted };
}
