import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { withIds } from "#lib/document/with-ids.ts";
import type { SqlWriter } from "./sql.ts";

const CREATE = `
WITH head AS (
  INSERT INTO document_head (id, head_seq, schema_version) VALUES ($1::uuid, 0, $2::int) RETURNING id
), snapshot AS (
  INSERT INTO document_snapshot (document_id, seq, state) SELECT id, 0, $3::bytea FROM head
)
INSERT INTO document_client (document_id, client_id, user_id, generated) SELECT id, $4::bigint, NULL, true FROM head`;

function withHashes<N extends DocumentNode>(node: N): N {
  const content = node.content?.map(withHashes);
  const whole = content ? { ...node, content } : node;
  if (node.type !== "draftBlock" || node.attrs?.hash) return whole;
  return { ...whole, attrs: { ...node.attrs, hash: hashOfContent(node.content ?? []) } };
}

/**
 * Creates a document from ProseMirror JSON, within the caller's transaction. Documents must start only here: two
 * initial versions of the same text would merge into twice the text. Throws a RangeError for invalid JSON.
 */
export async function createDocument(tx: SqlWriter, input: { documentId: string; json: DocumentJson }): Promise<void> {
  const json = withHashes(withIds(input.json, randomUUID));
  Node.fromJSON(editorSchema(), json).check();
  const document = prosemirrorJSONToYDoc(editorSchema(), json, TEXT_FRAGMENT);
  const state = Buffer.from(Y.encodeStateAsUpdate(document));
  await tx.query(CREATE, [input.documentId, SCHEMA_VERSION, state, document.clientID]);
  document.destroy();
}
