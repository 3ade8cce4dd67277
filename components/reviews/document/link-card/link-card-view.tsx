"use client";

import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { ExternalLink } from "lucide-react";
import { cardTarget } from "#lib/document/link-address.ts";
import { LinkCard } from "#lib/document/nodes/link-card.ts";
import { continueBelow, selectWhole } from "../one-line-keys.ts";
import styles from "./link-card.module.css";

function LinkCardView({ node, selected }: NodeViewProps) {
  const target = cardTarget(node.attrs.href);
  return (
    <NodeViewWrapper className={styles.card} data-chosen={selected || undefined}>
      <NodeViewContent className={styles.title} data-empty={node.content.size === 0 || undefined} />
      <span contentEditable={false} className={styles.host}>
        {target ? (
          <a
            href={target.href}
            target="_blank"
            rel="noreferrer noopener"
            aria-label={`${target.host}, opens in a new tab`}
          >
            {target.host} <ExternalLink size={12} />
          </a>
        ) : (
          "This address can't be opened"
        )}
      </span>
    </NodeViewWrapper>
  );
}

/** The link card in the editor: its title is text, and its host opens it. */
export const DrawnLinkCard = LinkCard.extend({
  addNodeView: () => ReactNodeViewRenderer(LinkCardView),
  addKeyboardShortcuts() {
    return {
      Enter: () => continueBelow(this.editor, "linkCard"),
      Backspace: () => selectWhole(this.editor, "linkCard"),
    };
  },
});
