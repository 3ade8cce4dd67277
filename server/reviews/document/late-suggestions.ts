import { Node } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type { Pool } from "pg";
import type * as Y from "yjs";
import { withoutMarksOf } from "#lib/document/decide-suggestions.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { onlyComplete } from "#lib/document/only-complete.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { proposalsIn } from "#lib/document/suggestion/proposals.ts";
import type { DocumentEdit, Preparing } from "./log/append-edit.ts";

/** Longer than a decision takes that was made without the edit. */
const WAIT_MS = 500;

const DECIDED = `SELECT id FROM suggestion WHERE document_id = $1::uuid AND id = ANY($2::uuid[]) AND status <> 'open'`;

/** Only its author makes a suggestion again. Others who write in it change the text under it. */
const MADE_IN = `
UPDATE suggestion s SET made_in = t.made_in
  FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS t(id, made_in, author_id)
 WHERE s.document_id = $1::uuid AND s.id = t.id AND s.status = 'open'
   AND (s.author_id = t.author_id OR s.made_in IS NULL)`;

interface LateSuggestionsOptions {
  pool: Pool;
  clear(documentId: string, edit: DocumentEdit, prepare: Preparing): Promise<unknown>;
  /** Reads the text as it is now. Null if no one has it open. */
  read(documentId: string): Promise<DocumentJson | null>;
  failed(error: unknown): void;
}

function clearMarks(document: Y.Doc, ids: ReadonlySet<string>): void {
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const stored = storedJson(document);
  const wanted = withoutMarksOf(stored, ids);
  if (wanted === stored) return;
  const node = Node.fromJSON(editorSchema(), onlyComplete(wanted));
  node.check();
  updateYFragment(document, fragment, node, initProseMirrorDoc(fragment, editorSchema()).meta);
}

/**
 * Records the sentences in which each new suggestion is made, and removes marks of suggestions that were decided before, or while, they were written. Yjs ends a mark by an item of its
 * own, which the decision deleted: without this, the rest of the line would be proposed too.
 */
export class LateSuggestions {
  /** Who wrote in each suggestion last. */
  private readonly heardOf = new Map<string, Map<string, string>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly options: LateSuggestionsOptions) {}

  /** Records suggestions in a committed edit. */
  heard(documentId: string, ids: readonly string[], userId: string): void {
    if (ids.length === 0) return;
    const known = this.heardOf.get(documentId) ?? new Map<string, string>();
    this.heardOf.set(documentId, known);
    for (const id of ids) known.set(id, userId);
    if (this.timers.has(documentId)) return;
    this.timers.set(
      documentId,
      setTimeout(() => void this.clear(documentId).catch((error: unknown) => this.options.failed(error)), WAIT_MS),
    );
  }

  private async clear(documentId: string): Promise<void> {
    const heard = this.heardOf.get(documentId) ?? new Map<string, string>();
    const ids = [...heard.keys()];
    this.heardOf.delete(documentId);
    this.timers.delete(documentId);
    let decided = new Set<string>();
    const read: Preparing = async (sql) => {
      const { rows } = await sql.query(DECIDED, [documentId, ids]);
      decided = new Set(rows.map(({ id }) => String(id)));
    };
    await read(this.options.pool);
    // The undo of a decision can be under way.
    if (decided.size > 0) await this.options.clear(documentId, (document) => clearMarks(document, decided), read);
    await this.recordSentences(documentId, heard);
  }

  private async recordSentences(documentId: string, heard: ReadonlyMap<string, string>): Promise<void> {
    const text = await this.options.read(documentId);
    const rows = proposalsIn(text?.content ?? []).flatMap(({ id, sentences }) => {
      const userId = heard.get(id);
      return userId ? [{ id, sentences, userId }] : [];
    });
    if (rows.length === 0) return;
    await this.options.pool.query(MADE_IN, [
      documentId,
      rows.map(({ id }) => id),
      rows.map(({ sentences }) => sentences),
      rows.map(({ userId }) => userId),
    ]);
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
