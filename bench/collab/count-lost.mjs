import * as Y from "yjs";

const OURS = `
SELECT state AS data, true AS first FROM document_snapshot WHERE document_id = $1
UNION ALL
SELECT u.data, false FROM document_update u WHERE u.document_id = $1
   AND u.seq > coalesce((SELECT s.seq FROM document_snapshot s WHERE s.document_id = $1), 0)
ORDER BY first DESC`;
const PEERS = "SELECT data FROM documents WHERE name = $1";

async function storedText(sql, query, name) {
  const document = new Y.Doc({ gc: false });
  const { rows } = await sql.query(query, [name]);
  for (const { data } of rows) Y.applyUpdate(document, data);
  return document;
}

/**
 * Counts the edits that were acknowledged and are not in the database now. Reads the database without asking the
 * server.
 */
async function countLost(sql, query, name, writers) {
  const { store } = await storedText(sql, query, name);
  return writers.reduce((lost, { clientId, acknowledged }) => {
    return lost + Math.max(0, acknowledged - Y.getState(store, clientId));
  }, 0);
}

export const lostByUs = (sql, documentId, writers) => countLost(sql, OURS, documentId, writers);
export const lostByPeer = (sql, name, writers) => countLost(sql, PEERS, name, writers);
