"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useState } from "react";
import textStyles from "../roles/text.module.css";
import styles from "./drop-zone.module.css";
import { useFieldProps } from "./field-context.tsx";

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

/** Files by drop or by the system's dialog. */
export function DropZone({ title, note, accept, multiple, disabled, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const hand = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver && !disabled);
  };
  return (
    <label
      className={styles.zone}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        hand(event.dataTransfer.files);
      }}
    >
      <FileUp />
      <b>{title}</b>
      <span>
        or <u>{multiple ? "choose files" : "choose a file"}</u>
        {note ? <>, {note}</> : null}
      </span>
      <input
        {...useFieldProps()}
        type="file"
        className={textStyles.visuallyHidden}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          hand(event.target.files);
          // Choosing the same file again must count as a change too.
          event.target.value = "";
        }}
      />
    </label>
  );
}
