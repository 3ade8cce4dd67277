"use client";

import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import {
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
  useEditorState,
} from "@tiptap/react";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { cx } from "#components/ui/cx.ts";
import { Picture } from "#lib/document/nodes/picture.ts";
import { continueBelow, selectWhole } from "../one-line-keys.ts";
import { copyPicture } from "./copy-picture.ts";
import { DescribePicture } from "./describe-picture.tsx";
import styles from "./picture.module.css";
import { PictureImage, shownPicture } from "./picture-image.tsx";
import { ResizeHandle } from "./resize-handle.tsx";

/** Returns whether the selection is in the picture or its caption. */
function isChosen({ state: { selection } }: Editor, at: number | undefined, size: number): boolean {
  return at !== undefined && selection.from >= at && selection.to <= at + size;
}

/** Where the cursor goes at a picture. Not the picture itself, because the next letter would replace it. */
const captionEnd = (at: number, { content }: Node) => at + 1 + content.size;

function PictureView({ node, editor, getPos, updateAttributes }: NodeViewProps) {
  const { review } = useReviewScope();
  const picture = shownPicture(node.attrs);
  const chosen = useEditorState({ editor, selector: ({ editor: now }) => isChosen(now, getPos(), node.nodeSize) });
  const isEditable = useEditorState({ editor, selector: ({ editor: now }) => now.isEditable });
  const isBare = node.content.size === 0;
  const isActive = chosen && isEditable;
  const fetchAgain = async () => {
    const button = document.activeElement;
    await copyPicture(editor.view, review.key, picture.pictureId);
    const at = getPos();
    const hasMoved = document.activeElement !== button && document.activeElement !== document.body;
    if (at === undefined || hasMoved || editor.isDestroyed) return;
    // The button disappears with its focus.
    editor.commands.focus(captionEnd(at, editor.state.doc.nodeAt(at) ?? node));
  };
  return (
    <NodeViewWrapper
      as="figure"
      className={cx(styles.picture, isActive ? styles.chosen : styles.bare)}
      style={{ "--share": `${picture.share}%` }}
    >
      <div className={styles.frame} contentEditable={false}>
        <PictureImage reviewKey={review.key} picture={picture} onFetchAgain={isEditable ? fetchAgain : undefined} />
        {isEditable ? <ResizeHandle share={picture.share} onResize={(share) => updateAttributes({ share })} /> : null}
      </div>
      {isEditable && (isActive || picture.alt === null) ? (
        <DescribePicture alt={picture.alt} onDescribe={(alt) => updateAttributes({ alt })} />
      ) : null}
      <NodeViewContent<"figcaption"> as="figcaption" data-empty={isBare || undefined} />
    </NodeViewWrapper>
  );
}

/** The picture in the editor: its width, description and caption can be changed there. */
export const DrawnPicture = Picture.extend({
  addNodeView: () => ReactNodeViewRenderer(PictureView),

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleClickOn: (view, _at, node, nodeAt, event) => {
          if (node.type.name !== "picture" || !(event.target instanceof HTMLImageElement)) return false;
          const { tr, doc } = view.state;
          view.dispatch(tr.setSelection(TextSelection.create(doc, captionEnd(nodeAt, node))));
          view.focus();
          return true;
        },
      },
    }),
  ],

  addKeyboardShortcuts() {
    return {
      Enter: () => continueBelow(this.editor, "picture"),
      Backspace: () => selectWhole(this.editor, "picture"),
    };
  },
});
