"use client";

import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import { type TextField, useEditLayer } from "../edit/edit-context.ts";
import styles from "./action-texts.module.css";

/** Opens the editor of a text that isn't empty. */
export function EditText({ field, item, text }: { field: TextField; item: ActionItem; text: string }) {
  const { editText } = useEditLayer();
  if (!item.abilities.edit || !text) return null;
  return (
    <IconButton
      className={styles.edit}
      label={field === "doneWhen" ? "Edit the end state" : "Edit the reason"}
      icon={<Pencil size={14} />}
      onClick={(event) => editText(field, item, text, event.currentTarget)}
    />
  );
}

/** A text of an action, larger on its page. */
export function Words({ level, children }: { level: 2 | 3; children: ReactNode }) {
  return <p className={cx(textStyles.written, styles.words, level === 2 && styles.large)}>{children}</p>;
}

/** In place of an empty text: a button that asks for it, while it can still matter. */
export function Missing({ field, item, words }: { field: TextField; item: ActionItem; words: string }) {
  const { editText } = useEditLayer();
  if (!item.abilities.edit || !isUnsettledStatus(item.status)) return <p className={textStyles.muted}>Not set</p>;
  return (
    <Button className={styles.missing} kind="ghost" onClick={(event) => editText(field, item, "", event.currentTarget)}>
      {words}
    </Button>
  );
}
