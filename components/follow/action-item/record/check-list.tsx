"use client";

import { Pencil, X } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { createDrafts, useKeptDraft } from "#components/ui/page/kept-drafts.ts";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./check-list.module.css";

type Check = ActionItem["checks"][number];

/** New steps that aren't added, each by its action and person. */
const drafts = createDrafts<{ text: string }>({ blank: { text: "" }, isWritten: ({ text }) => text.trim() !== "" });

/** The steps of an action that its people tick off. It never decides about the status. */
export function CheckList({ item, level }: { item: ActionItem; level: 2 | 3 }) {
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
      {mayAdd ? <NewCheck item={item} /> : null}
    </Section>
  );
}

/**
 * After sending it is empty and keeps the focus, for the next step. What wasn't saved comes back, unless there is a next
 * step in it already.
 */
function NewCheck({ item }: { item: ActionItem }) {
  const { save } = useEditLayer();
  const name = `${item.key} ${useMe()?.id}`;
  const { draft, set, drop } = useKeptDraft(drafts, name);
  const send = async (text: string) => {
    drop();
    if (!(await save([item], { kind: "check_added", text }))) set({ text: drafts.of(name).text || text });
  };
  return (
    <OneLine
      label="Add to the checklist"
      confirm="Add"
      text={draft.text}
      onText={(text) => set({ text })}
      onSend={(text) => void send(text)}
    />
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
    if (next === text) return;
    if (!(await save([item], { kind: "check_changed", id, text: next, before: text }))) setDraft(next);
  };
  if (draft !== null)
    return (
      <li>
        <OneLine
          label={`Edit “${text}”`}
          confirm="Save"
          text={draft}
          onText={setDraft}
          onCancel={close}
          onSend={(next) => void send(next)}
        />
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
  text: string;
  onText: (text: string) => void;
  onSend: (text: string) => void;
  onCancel?: () => void;
}

/** One field with its button. */
function OneLine({ label, confirm, text, onText, onSend, onCancel }: OneLineProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onSend(text.trim());
  };
  return (
    <form className={cx("noprint", styles.add)} onSubmit={send}>
      <Input
        aria-label={label}
        placeholder={onCancel ? undefined : label}
        maxLength={LENGTHS.actionItem.check}
        autoFocus={onCancel !== undefined}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={({ key }) => (key === "Escape" ? onCancel?.() : undefined)}
      />
      {text.trim() || onCancel ? <Button type="submit">{confirm}</Button> : null}
    </form>
  );
}
