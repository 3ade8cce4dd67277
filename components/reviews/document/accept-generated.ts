import type { EditorState, Transaction } from "@tiptap/pm/state";
import { ACT } from "#components/reviews/suggestion/suggesting.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";

/**
 * Returns one step that accepts every unedited generated block, so one undo undoes it, and their number. Null if there
 * are none.
 */
export function acceptGenerated({ doc, tr }: EditorState): { step: Transaction; count: number } | null {
  let count = 0;
  doc.descendants((node, position) => {
    if (node.type.name !== "draftBlock") return !node.isTextblock;
    if (!isUntouched(node.toJSON() as DocumentNode)) return false;
    const at = tr.mapping.map(position);
    tr.setMeta(ACT, true).replaceWith(at, at + node.nodeSize, node.content);
    count += 1;
    return false;
  });
  return count === 0 ? null : { step: tr, count };
}
