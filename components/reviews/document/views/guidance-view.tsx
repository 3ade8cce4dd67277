"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { Button } from "#components/ui/button.tsx";
import { Guidance } from "#lib/document/nodes/guidance.ts";
import { isSectionKey, SECTIONS } from "#lib/reviews/review/sections.ts";

function GuidanceView({ node, editor, getPos }: NodeViewProps) {
  const key: unknown = node.attrs.sectionKey;
  const questions = isSectionKey(key) ? SECTIONS[key].questions : [];
  const write = () => {
    const at = getPos();
    if (at === undefined) return;
    editor
      .chain()
      .focus()
      .insertContentAt({ from: at, to: at + node.nodeSize }, { type: "paragraph" })
      .setTextSelection(at + 1)
      .run();
  };
  return (
    <NodeViewWrapper className="empty" contentEditable={false}>
      <b>Nothing written yet.</b>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {editor.isEditable ? (
        <div className="acts">
          <Button onClick={write}>Write an answer</Button>
        </div>
      ) : null}
    </NodeViewWrapper>
  );
}

/** Guiding questions of a section that nobody has written yet. */
export const DrawnGuidance = Guidance.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(GuidanceView, { stopEvent: ({ event }) => event.target instanceof HTMLButtonElement }),
});
