import type { DocumentJson } from "#lib/document/document-json.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import {
  createDocument,
  type DocumentRead,
  readDocument,
  type SqlExecutor,
  type SqlWriter,
} from "#server/reviews/document/index.ts";

const writer = (tx: TxCtx): SqlWriter => ({ query: (text, values) => tx.db.$executeRawUnsafe(text, ...values) });
const reader = (ctx: Ctx): SqlExecutor => ({
  query: async (text, values) => ({ rows: await ctx.db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values) }),
});

/** Creates a review's text in the transaction that creates the review. */
export const createText = (tx: TxCtx, documentId: string, json: DocumentJson): Promise<void> =>
  createDocument(writer(tx), { documentId, json });

/** Returns the committed text of a review, all of it or up to one of its updates. */
export async function readText(ctx: Ctx, documentId: string, until?: number): Promise<DocumentRead> {
  const read = await readDocument(reader(ctx), documentId, until);
  if (!read) throw new Error(`review without a document: ${documentId}`);
  return read;
}
