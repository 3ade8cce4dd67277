import { pictureIdsOf, plainText } from "#lib/document/text.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { readText } from "./document.ts";

const AT_ONCE = 50;

interface Moved {
  id: string;
  documentId: string;
}

/**
 * Copies the words of changed documents, and which pictures they show, into the columns of their reviews. Returns how
 * many there were. Changes nothing visible: neither version nor time of the last change. Safe in several processes.
 */
export async function refreshSearchTexts(ctx: Ctx): Promise<number> {
  authorizeGlobally(ctx, "settings.manage");
  const moved = await ctx.db.$queryRaw<Moved[]>`
    SELECT review.id, review.document_id AS "documentId" FROM review
    JOIN document_head ON document_head.id = review.document_id
    WHERE review.search_seq IS DISTINCT FROM document_head.head_seq
    ORDER BY review.id LIMIT ${AT_ONCE}`;
  for (const { id, documentId } of moved) {
    const { json, stored, seq } = await readText(ctx, documentId);
    await transact(ctx, async (tx) => {
      await tx.db.$executeRaw`
        UPDATE review SET search_text = ${plainText(json)}, picture_ids = ${pictureIdsOf(stored)}::uuid[],
          search_seq = ${BigInt(seq)}
        WHERE id = ${id}::uuid AND (search_seq IS NULL OR search_seq < ${BigInt(seq)})`;
      return unrecorded("nothing that people see has changed");
    });
  }
  return moved.length;
}
