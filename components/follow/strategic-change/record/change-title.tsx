"use client";

import { useState } from "react";
import { RecordTitle } from "#components/ui/page/record-title.tsx";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { TextDialog } from "../edit/text-dialog.tsx";
import styles from "./change-title.module.css";

/** The title in full, with its editor. */
export function ChangeTitle({ change, level }: { change: StrategicChange; level: 1 | 2 }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <RecordTitle
        title={change.title}
        level={level}
        className={level === 1 ? styles.onPage : styles.inPanel}
        onEdit={change.abilities.edit ? () => setOpen(true) : undefined}
      />
      {isOpen ? <TextDialog change={change} field="title" title="Title" onClose={() => setOpen(false)} /> : null}
    </>
  );
}
