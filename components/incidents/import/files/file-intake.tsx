"use client";

import { ClipboardPaste } from "lucide-react";
import { type ClipboardEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import styles from "./file-intake.module.css";
import { fromFile, fromText, type SourceFile } from "./source-file.ts";

type FileIntakeProps = { title: string; note?: string | undefined; onFiles: (files: SourceFile[]) => void };

/** Files by drop, by dialog or by pasting, and text by pasting. */
export function FileIntake({ title, note, onFiles }: FileIntakeProps) {
  const [isPasting, setPasting] = useState(false);
  const [text, setText] = useState("");
  const opener = useRef<HTMLSpanElement>(null);
  const close = () => {
    setPasting(false);
    requestAnimationFrame(() => opener.current?.querySelector("button")?.focus({ preventScroll: true }));
  };
  const take = () => {
    if (text.trim() === "") return;
    onFiles([fromText(text)]);
    setText("");
    setPasting(false);
  };
  const pasteFiles = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files.map(fromFile));
  };
  return (
    <div className="stack tight" onPaste={pasteFiles}>
      <DropZone title={title} multiple note={note} onFiles={(files) => onFiles(files.map(fromFile))} />
      {isPasting ? (
        <div className="stack tight">
          <Textarea
            className={styles.text}
            aria-label="Text with times"
            placeholder={"14:05 UTC - alert fired\n14:09 - Ines takes command"}
            rows={6}
            ref={(field: HTMLTextAreaElement | null) => field?.focus()}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
                event.preventDefault();
                event.stopPropagation();
                take();
              }
              if (event.key === "Escape") {
                event.stopPropagation();
                close();
              }
            }}
          />
          <span className="inline-row">
            <Button keys="mod+Enter" onClick={take} disabledReason={text.trim() ? undefined : "Paste some text first"}>
              Add text
            </Button>
            <Button kind="ghost" onClick={close}>
              Cancel
            </Button>
          </span>
        </div>
      ) : (
        <span ref={opener}>
          <Button icon={<ClipboardPaste size={14} />} onClick={() => setPasting(true)}>
            Paste text
          </Button>
        </span>
      )}
    </div>
  );
}
