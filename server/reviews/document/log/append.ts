import type { SqlExecutor } from "./sql.ts";

export interface AppendRequest {
  documentId: string;
  update: Uint8Array;
  userId: string | null;
  sessionId: string | null;
  /** Yjs client ids that occur first in this update. They belong to that user afterwards. */
  newClients: number[];
  /** Ids of suggestions in this update. Those that are new belong to that user. */
  suggestions?: readonly string[] | undefined;
  /** Where the words of those ids are from, if no one wrote them. */
  words?: WordSource | undefined;
}

/** Letters of a client from a clock on, and the letters that they copy. */
export type CopiedLetters = [clock: number, length: number, fromClient: number, fromClock: number];

/** Words that the server wrote for someone: from the facts, as they were in a version, or copies of deleted ones. */
export interface WordSource {
  generated?: boolean;
  version?: number;
  copies?: readonly CopiedLetters[];
}

/**
 * Locks the heads in the order of their ids (so processes can't deadlock), numbers the rows without a gap and inserts
 * all of them. Numbers are assigned under the lock, so nothing up to a committed number can still be pending.
 */
const APPEND = `
WITH input AS MATERIALIZED (
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::uuid[]) WITH ORDINALITY
    AS t(document_id, data, user_id, session_id, ord)
), counted AS MATERIALIZED (
  SELECT document_id, count(*)::bigint AS n FROM input GROUP BY document_id
), locked AS MATERIALIZED (
  SELECT h.id FROM document_head h JOIN counted c ON c.document_id = h.id ORDER BY h.id FOR NO KEY UPDATE OF h
), bumped AS (
  UPDATE document_head h SET head_seq = h.head_seq + c.n FROM counted c, locked l
   WHERE h.id = c.document_id AND l.id = h.id
  RETURNING h.id, h.head_seq - c.n AS base
), claimed AS (
  INSERT INTO document_client (document_id, client_id, user_id, generated, version, copies)
  SELECT n.document_id, n.client_id, n.user_id, n.generated, n.version, n.copies
    FROM unnest($5::uuid[], $6::bigint[], $7::uuid[], $8::boolean[], $9::int[], $10::jsonb[])
      AS n(document_id, client_id, user_id, generated, version, copies)
    JOIN bumped b ON b.id = n.document_id
  ON CONFLICT DO NOTHING
), proposed AS (
  INSERT INTO suggestion (document_id, id, author_id)
  SELECT DISTINCT ON (p.document_id, p.id) p.document_id, p.id, p.user_id
    FROM unnest($11::uuid[], $12::uuid[], $13::uuid[]) WITH ORDINALITY AS p(document_id, id, user_id, ord)
    JOIN bumped b ON b.id = p.document_id
   ORDER BY p.document_id, p.id, p.ord
  ON CONFLICT DO NOTHING
)
INSERT INTO document_update (document_id, seq, data, user_id, session_id)
SELECT i.document_id, b.base + row_number() OVER (PARTITION BY i.document_id ORDER BY i.ord), i.data, i.user_id, i.session_id
  FROM input i JOIN bumped b ON b.id = i.document_id
RETURNING document_id, seq`;

/** Appends all requests in one statement. Returns each one's number, or null if there is no such document. */
export async function appendUpdates(sql: SqlExecutor, requests: readonly AppendRequest[]): Promise<(number | null)[]> {
  const claims = requests.flatMap((r) => r.newClients.map((clientId) => ({ ...r, clientId })));
  const proposed = requests.flatMap((r) => (r.suggestions ?? []).map((id) => ({ ...r, id })));
  const { rows } = await sql.query(APPEND, [
    requests.map((r) => r.documentId),
    requests.map((r) => Buffer.from(r.update)),
    requests.map((r) => r.userId),
    requests.map((r) => r.sessionId),
    claims.map((c) => c.documentId),
    claims.map((c) => c.clientId),
    claims.map((c) => c.userId),
    claims.map((c) => c.words?.generated ?? false),
    claims.map((c) => c.words?.version ?? null),
    claims.map((c) => (c.words?.copies ? JSON.stringify(c.words.copies) : null)),
    proposed.map((p) => p.documentId),
    proposed.map((p) => p.id),
    proposed.map((p) => p.userId),
  ]);
  const seqs = new Map<string, number[]>();
  for (const row of rows) {
    const documentId = String(row.document_id);
    seqs.set(documentId, [...(seqs.get(documentId) ?? []), Number(row.seq)]);
  }
  for (const list of seqs.values()) list.sort((a, b) => b - a);
  return requests.map((r) => seqs.get(r.documentId)?.pop() ?? null);
}
