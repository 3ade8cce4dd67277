"use client";

import { type ClipboardEvent, type DragEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./attach-box.module.css";
import { readPasted } from "./read-pasted.ts";
import type { NewEvidence } from "./use-evidence.ts";

type AttachBoxProps = { onAttach: (evidence: NewEvidence) => Promise<boolean> };

/** Accepts evidence by drop, paste or typing: pictures and links at once, text once the person has chosen its type. */
export function AttachBox({ onAttach }: AttachBoxProps) {
  const [isOver, setOver] = useState(false);
  const { text, setText, kind, setKind, title, setTitle, read, isBusy, clear, save, attachFiles, onPaste } =
    useAttaching(onAttach);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <fieldset
      className={cx(styles.box, isOver && styles.over)}
      aria-label="Attach evidence"
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        attachFiles(Array.from(event.dataTransfer.files));
      }}
    >
      <Textarea
        rows={read && read.kind !== "link" ? 4 : 1}
        className={read && read.kind !== "link" ? styles.code : styles.typed}
        aria-label="Link, query or log lines"
        placeholder="Drop a picture, or paste a link, query or log lines"
        maxLength={LENGTHS.evidence.text}
        value={text}
        onPaste={onPaste}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const saves = event.key === "Enter" && (read?.kind === "link" || event.metaKey || event.ctrlKey);
          if (saves) {
            event.preventDefault();
            save();
          }
          if (event.key === "Escape" && text !== "") {
            event.stopPropagation();
            clear();
          }
        }}
      />
      {read && read.kind !== "link" ? (
        <Input
          aria-label="What it shows"
          placeholder="For example, error rate during the deploy"
          maxLength={LENGTHS.evidence.title}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      ) : null}
      <span className={layoutStyles.wrappingRow}>
        {read ? (
          <Button busy={isBusy} busyLabel="Attaching" onClick={save}>
            Attach evidence
          </Button>
        ) : null}
        {read && read.kind !== "link" ? (
          <Seg
            label="Type of evidence"
            value={kind ?? read.kind}
            options={[
              { value: "query", label: "Query" },
              { value: "log", label: "Log lines" },
            ]}
            onChange={(value) => setKind(value === "query" ? "query" : "log")}
          />
        ) : (
          <label className={cx(styles.choose, textStyles.link)}>
            Choose a file
            <input
              type="file"
              className={textStyles.visuallyHidden}
              multiple
              onChange={(event) => {
                attachFiles(Array.from(event.target.files ?? []));
                event.target.value = "";
              }}
            />
          </label>
        )}
        {isBusy && !read ? <span className={textStyles.note}>Attaching</span> : null}
      </span>
    </fieldset>
  );
}

/** The typed or pasted evidence, until it is attached. */
function useAttaching(onAttach: AttachBoxProps["onAttach"]) {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<"query" | "log" | null>(null);
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState(0);
  const read = readPasted(text);
  const clear = () => {
    setText("");
    setTitle("");
    setKind(null);
  };
  const attach = async (evidence: NewEvidence) => {
    setBusy((now) => now + 1);
    const isDone = await onAttach(evidence);
    setBusy((now) => now - 1);
    if (isDone && evidence.kind !== "file") clear();
  };
  const attachFiles = (files: readonly File[]) => {
    for (const file of files) void attach({ kind: "file", file });
  };
  const save = () => {
    if (!read || busy > 0) return;
    if (read.kind === "link") return void attach({ kind: "link", url: read.text });
    void attach({ kind: kind ?? read.kind, text: read.text, ...(title.trim() ? { title: title.trim() } : {}) });
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = Array.from(event.clipboardData.files);
    if (files.length > 0) {
      event.preventDefault();
      attachFiles(files);
      return;
    }
    const pasted = readPasted(event.clipboardData.getData("text"));
    if (text === "" && pasted?.kind === "link") {
      event.preventDefault();
      void attach({ kind: "link", url: pasted.text });
    }
  };
  return { text, setText, kind, setKind, title, setTitle, read, isBusy: busy > 0, clear, save, attachFiles, onPaste };
}
