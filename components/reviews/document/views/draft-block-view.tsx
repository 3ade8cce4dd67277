"use client";

import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { Check } from "lucide-react";
import { ACT } from "#components/reviews/suggestion/suggesting.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { DraftBlock } from "#lib/document/nodes/draft-block.ts";
import styles from "./draft-block-view.module.css";

function DraftBlockView({ node, editor, getPos }: NodeViewProps) {
  const untouched = isUntouched(node.toJSON() as DocumentNode);
  const accept = () => {
    const at = getPos();
    if (at === undefined) return;
    editor
      .chain()
      .focus()
      .setMeta(ACT, true)
      .insertContentAt({ from: at, to: at + node.nodeSize }, node.content.toJSON())
      .run();
  };
  return (
    <NodeViewWrapper className={cx(styles.draft, !untouched && styles.edited)}>
      <div className={styles.head} contentEditable={false}>
        <span>{untouched ? "Drafted from the records" : "Edited by people"}</span>
        {editor.isEditable ? (
          <Button className={cx("noprint", styles.accept)} kind="ghost" icon={<Check size={14} />} onClick={accept}>
            {untouched ? "Accept" : "Done"}
          </Button>
        ) : null}
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

/** Generated prose, marked in the margin until a person edits or accepts it. */
export const DrawnDraftBlock = DraftBlock.extend({
  addNodeView: () => ReactNodeViewRenderer(DraftBlockView),
});
