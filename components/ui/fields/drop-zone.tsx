"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import textStyles from "../roles/text.module.css";
import styles from "./drop-zone.module.css";
import { type FolderFiles, filesInFolders } from "./dropped-files.ts";
import { useFieldProps } from "./field-context.tsx";
import { FieldError } from "./field-error.tsx";

type DropZoneProps = {
  /** One line: "Drop an export or a write-up". */
  title: string;
  /** Next to "choose files": limits, other ways in. */
  note?: ReactNode;
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  onFiles: (files: File[]) => void;
};

/** Files by drop or by the system's dialog. Where there can be several, a dropped folder gives its files. */
export function DropZone({ title, note: hint, accept, multiple, disabled, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [note, setNote] = useState<string | null>(null);
  const noteId = useId();
  const hand = (list: Iterable<File> | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = async ({ items, files }: DataTransfer) => {
    setNote(null);
    // Both lists are empty once the event is over.
    const entries = multiple ? Array.from(items).flatMap((item) => item.webkitGetAsEntry() ?? []) : [];
    if (disabled || !entries.some(({ isDirectory }) => isDirectory)) {
      hand(files);
      return;
    }
    const found = await filesInFolders(entries, (name) => isAccepted(name, accept)).catch(() => NOT_READ);
    setNote(found.note);
    hand(found.files);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver && !disabled);
  };
  return (
    <>
      <label
        className={styles.zone}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void drop(event.dataTransfer);
        }}
      >
        <FileUp />
        <b>{title}</b>
        <span>
          or <u>{multiple ? "choose files" : "choose a file"}</u>
          {hint ? <>, {hint}</> : null}
        </span>
        <input
          {...useFieldProps()}
          type="file"
          className={textStyles.visuallyHidden}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            setNote(null);
            hand(event.target.files);
            // Choosing the same file again must count as a change too.
            event.target.value = "";
          }}
        />
      </label>
      {note ? (
        <div role="alert">
          <FieldError id={noteId} message={note} />
        </div>
      ) : null}
    </>
  );
}

const NOT_READ: FolderFiles = { files: [], note: "Couldn't read the folder. Choose its files instead, or use a zip." };

const isAccepted = (name: string, accept: string | undefined) =>
  accept === undefined || accept.split(",").some((ending) => name.toLowerCase().endsWith(ending.trim()));
