"use client";

import { ClipboardPaste } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import styles from "./file-intake.module.css";
import { fromFile, fromText, type SourceFile } from "./source-file.ts";

/** The state of text that is being pasted. `waiting` is what hasn't been added yet, null without any. */
export function usePastedText() {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  return { isOpen, setOpen, text, setText, waiting: isOpen && text.trim() !== "" ? text : null };
}

type FileIntakeProps = {
  title: string;
  note?: string | undefined;
  pasted: ReturnType<typeof usePastedText>;
  onFiles: (files: SourceFile[]) => void;
};

/** A function made while rendering would take the focus back from another field each time. */
const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus();

/** Files by drop, by dialog or by pasting, and text by pasting. */
export function FileIntake({ title, note, pasted, onFiles }: FileIntakeProps) {
  const { isOpen, setOpen, text, setText, waiting } = pasted;
  const opener = useRef<HTMLSpanElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => {
      // The page may have moved the focus to what was added.
      if (document.activeElement === document.body)
        opener.current?.querySelector("button")?.focus({ preventScroll: true });
    });
  };
  const take = () => {
    if (waiting === null) return;
    onFiles([fromText(waiting)]);
    setText("");
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    const isSent = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (!isSent && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSent) take();
    else close();
  };
  const pasteFiles = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files.map(fromFile));
  };
  return (
    <div className={layoutStyles.tightStack} onPaste={pasteFiles}>
      <DropZone title={title} multiple note={note} onFiles={(files) => onFiles(files.map(fromFile))} />
      {isOpen ? (
        <fieldset className={layoutStyles.tightStack} aria-label="Pasted text" onKeyDown={onKey}>
          <Textarea
            className={styles.text}
            aria-label="Text with times"
            placeholder={"14:05 UTC - alert fired\n14:09 - Ines takes command"}
            rows={6}
            ref={focusOnce}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className={layoutStyles.row}>
            <Button
              keys="mod+Enter"
              onClick={take}
              disabledReason={waiting === null ? "Paste some text first" : undefined}
            >
              Add text
            </Button>
            <Button kind="ghost" onClick={close}>
              Cancel
            </Button>
          </span>
        </fieldset>
      ) : (
        <span ref={opener}>
          <Button icon={<ClipboardPaste size={14} />} onClick={() => setOpen(true)}>
            Paste text
          </Button>
        </span>
      )}
    </div>
  );
}
