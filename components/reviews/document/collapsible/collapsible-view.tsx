"use client";

import type { Editor } from "@tiptap/core";
import {
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
  useEditorState,
} from "@tiptap/react";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Collapsible } from "#lib/document/nodes/collapsible.ts";
import styles from "./collapsible.module.css";

/** Returns whether the selection is below the first line. What is found or written there is never hidden. */
function isBelow({ state: { selection, doc } }: Editor, at: number | undefined): boolean {
  const node = at === undefined ? null : doc.nodeAt(at);
  if (at === undefined || !node?.firstChild) return false;
  return selection.to > at + 1 + node.firstChild.nodeSize && selection.from < at + node.nodeSize;
}

function CollapsibleView({ editor, getPos, node }: NodeViewProps) {
  const [isFolded, setFolded] = useState(false);
  const isInUse = useEditorState({ editor, selector: ({ editor: now }) => isBelow(now, getPos()) });
  const isOpen = !isFolded || isInUse;
  const toggle = () => {
    const at = getPos();
    // The caret doesn't stay where no one can see it.
    if (isOpen && isInUse && at !== undefined) editor.commands.setTextSelection(at + (node.firstChild?.nodeSize ?? 0));
    setFolded(isOpen);
  };
  return (
    <NodeViewWrapper className={styles.collapsible} data-folded={isOpen ? undefined : true}>
      <span contentEditable={false} className={styles.toggle}>
        <BareIconButton
          label={isOpen ? "Collapse" : "Expand"}
          aria-expanded={isOpen}
          icon={<ChevronRight size={16} />}
          onClick={toggle}
        />
      </span>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

/** The collapsible in the editor. It is open at first, and each person folds it for themselves. */
export const DrawnCollapsible = Collapsible.extend({ addNodeView: () => ReactNodeViewRenderer(CollapsibleView) });
