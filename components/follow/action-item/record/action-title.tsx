"use client";

import { RecordTitle } from "#components/ui/page/record-title.tsx";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./action-title.module.css";

/** The title in full, with its editor. */
export function ActionTitle({ item, level }: { item: ActionItem; level: 1 | 2 }) {
  const { editText } = useEditLayer();
  return (
    <RecordTitle
      title={item.title}
      level={level}
      className={level === 1 ? styles.onPage : styles.inPanel}
      onEdit={item.abilities.edit ? (anchor) => editText("title", item, item.title, anchor) : undefined}
    />
  );
}
