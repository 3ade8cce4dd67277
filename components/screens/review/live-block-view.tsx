"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { LIVE_BLOCK_KINDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { LiveBlock } from "#lib/document/nodes/live-block.ts";
import { LiveBlock as Records } from "./live-blocks/live-block.tsx";

const isKind = (kind: unknown): kind is LiveBlockKind => (LIVE_BLOCK_KINDS as readonly unknown[]).includes(kind);

function LiveBlockView({ node, selected }: NodeViewProps) {
  const kind: unknown = node.attrs.kind;
  return (
    <NodeViewWrapper
      data-live-block={String(kind)}
      className={selected ? "live-sel" : undefined}
      contentEditable={false}
    >
      {isKind(kind) ? <Records kind={kind} /> : null}
    </NodeViewWrapper>
  );
}

/** The live block as the browser draws it: its records, not editable text. */
export const DrawnLiveBlock = LiveBlock.extend({
  addNodeView: () => ReactNodeViewRenderer(LiveBlockView, { stopEvent: () => true }),
});
