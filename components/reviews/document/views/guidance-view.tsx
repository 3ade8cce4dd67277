"use client";

import type { Editor } from "@tiptap/core";
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer, useEditorState } from "@tiptap/react";
import { useState } from "react";
import { SectionGaps } from "#components/reviews/document/facts/draft-gaps.tsx";
import { WRITE_ANSWER } from "#components/reviews/review/go-to-section.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { Guidance } from "#lib/document/nodes/guidance.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { standingText } from "#lib/document/text-as.ts";
import { sortOfBlock } from "#lib/reviews/review/completeness.ts";
import styles from "./guidance-view.module.css";

const hasText = readByBlock((block) => {
  const sort = sortOfBlock(
    block.type.name,
    () => true,
    () => standingText(block).trim() === "",
  );
  return sort === "own" || sort === "generated";
});

/** Returns whether someone wrote in the section of these questions. */
function isAnswered({ state: { doc } }: Editor, at: number | undefined): boolean {
  if (at === undefined || at >= doc.content.size) return false;
  const from = doc.resolve(at).index(0);
  const isHeading = (index: number) => doc.child(index).type.name === "heading" && doc.child(index).attrs.level === 2;
  const isText = (index: number) => hasText(doc.child(index));
  for (let index = from; index < doc.childCount && !isHeading(index); index += 1) if (isText(index)) return true;
  for (let index = from - 1; index >= 0 && !isHeading(index); index -= 1) if (isText(index)) return true;
  return false;
}

function GuidanceView({ node, editor, getPos }: NodeViewProps) {
  const key: unknown = node.attrs.sectionKey;
  const { templateSections } = useReviewScope().review;
  const questions = templateSections.find((section) => section.key === key)?.questions ?? [];
  const [isAsked, setAsked] = useState(false);
  const isWritten = useEditorState({ editor, selector: ({ editor: now }) => isAnswered(now, getPos()) });
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
  // All of its questions can depend on conditions that don't apply.
  if (isWritten && questions.length === 0) return <NodeViewWrapper contentEditable={false} />;
  if (isWritten && !isAsked) {
    return (
      <NodeViewWrapper className={textStyles.note} contentEditable={false}>
        {countWords(questions.length, "guiding question")} hidden.{" "}
        <button type="button" className={textStyles.link} onClick={() => setAsked(true)}>
          Show
        </button>
      </NodeViewWrapper>
    );
  }
  return (
    <NodeViewWrapper className={styles.questions} contentEditable={false}>
      {isWritten ? null : <b>No text yet.</b>}
      {questions.length > 0 ? (
        <ul>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      ) : null}
      {isWritten ? null : <SectionGaps section={key} />}
      {editor.isEditable && !isWritten ? (
        <div className={styles.answer}>
          <Button {...WRITE_ANSWER} onClick={write}>
            Write answer
          </Button>
        </div>
      ) : null}
      {isWritten ? (
        <button type="button" className={textStyles.link} onClick={() => setAsked(false)}>
          Hide questions
        </button>
      ) : null}
    </NodeViewWrapper>
  );
}

/** Guiding questions of a section. They are hidden while the section contains text. */
export const DrawnGuidance = Guidance.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(GuidanceView, { stopEvent: ({ event }) => event.target instanceof HTMLButtonElement }),
});
