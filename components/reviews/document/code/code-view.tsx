"use client";

import { CodeBlock } from "@tiptap/extension-code-block";
import {
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
  useEditorState,
} from "@tiptap/react";
import { Select } from "#components/ui/choices/select.tsx";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import styles from "./code.module.css";
import { LANGUAGES } from "./highlight.ts";

function CodeView({ node, editor, updateAttributes }: NodeViewProps) {
  const language = typeof node.attrs.language === "string" ? node.attrs.language : "";
  const isEditable = useEditorState({ editor, selector: ({ editor: now }) => now.isEditable });
  const isListed = LANGUAGES.some(({ value }) => value === language);
  const options = isListed ? LANGUAGES : [...LANGUAGES, { value: language, label: language }];
  return (
    <NodeViewWrapper className={styles.code}>
      <div className={`noprint ${styles.head}`} contentEditable={false}>
        {isEditable ? (
          <Select
            aria-label="Language of the code"
            options={options}
            value={language}
            onChange={({ target }) => updateAttributes({ language: target.value === "" ? null : target.value })}
          />
        ) : null}
        <CopyButton text={node.textContent} what="code" />
      </div>
      <pre>
        <NodeViewContent<"code"> as="code" />
      </pre>
    </NodeViewWrapper>
  );
}

/** Code in the editor, with its language and a way to copy it. */
export const DrawnCodeBlock = CodeBlock.extend({ addNodeView: () => ReactNodeViewRenderer(CodeView) });
