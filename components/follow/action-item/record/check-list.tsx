"use client";

import { Pencil, X } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./check-list.module.css";

type Check = ActionItem["checks"][number];

/** The steps of an action that its people tick off. It never decides about the status. */
export function CheckList({ item, level }: { item: ActionItem; level: 2 | 3 }) {
  const { save } = useEditLayer();
  const { checks, abilities } = item;
  const mayAdd = abilities.work && isUnsettledStatus(item.status);
  const done = checks.filter((check) => check.done).length;
  if (checks.length === 0 && !mayAdd) return null;
  return (
    <Section title="Checklist" count={checks.length > 0 ? `${done} of ${checks.length}` : undefined} level={level}>
      {checks.length > 0 ? (
        <ul className={styles.list}>
          {checks.map((check) => (
            <CheckRow key={check.id} item={item} check={check} />
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <OneLine
          label="Add to the checklist"
          confirm="Add"
          onSend={(text) => save([item], { kind: "check_added", text })}
        />
      ) : null}
    </Section>
  );
}

function CheckRow({ item, check }: { item: ActionItem; check: Check }) {
  const { change, save } = useEditLayer();
  /** Null: not being edited. */
  const [draft, setDraft] = useState<string | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const { id, text, done } = check;
  const close = () => {
    flushSync(() => setDraft(null));
    editButton.current?.focus();
  };
  const send = async (next: string) => {
    close();
    if (next === text) return true;
    const isSaved = await save([item], { kind: "check_changed", id, text: next, before: text });
    if (!isSaved) setDraft(next);
    return isSaved;
  };
  if (draft !== null)
    return (
      <li>
        <OneLine label={`Edit “${text}”`} confirm="Save" initial={draft} onCancel={close} onSend={send} />
      </li>
    );
  return (
    <li className={styles.row}>
      <Checkbox
        className={cx(textStyles.breaksAnywhere, done && styles.done)}
        checked={done}
        disabled={!item.abilities.work}
        label={text}
        onChange={() => change([item], { kind: "check_changed", id, done: !done })}
      />
      {item.abilities.work ? (
        <span className={styles.buttons}>
          <IconButton
            ref={editButton}
            label={`Edit “${text}”`}
            icon={<Pencil size={14} />}
            onClick={() => setDraft(text)}
          />
          <IconButton
            label={`Remove “${text}”`}
            icon={<X size={14} />}
            onClick={() => change([item], { kind: "check_changed", id, removed: true })}
          />
        </span>
      ) : null}
    </li>
  );
}

interface OneLineProps {
  label: string;
  confirm: string;
  initial?: string;
  /** Resolves to whether it was saved. */
  onSend: (text: string) => Promise<boolean>;
  onCancel?: () => void;
}

/**
 * One field with its button. After sending it is empty and keeps the focus, for the next item. What wasn't saved comes
 * back, unless there is a next item in it already.
 */
function OneLine({ label, confirm, initial = "", onSend, onCancel }: OneLineProps) {
  const [text, setText] = useState(initial);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const sent = text.trim();
    if (!sent) return;
    setText("");
    if (!(await onSend(sent))) setText((now) => now || sent);
  };
  return (
    <form className={cx("noprint", styles.add)} onSubmit={send}>
      <Input
        aria-label={label}
        placeholder={onCancel ? undefined : label}
        maxLength={LENGTHS.actionItem.check}
        autoFocus={onCancel !== undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => (key === "Escape" ? onCancel?.() : undefined)}
      />
      {text.trim() || onCancel ? <Button type="submit">{confirm}</Button> : null}
    </form>
  );
}
