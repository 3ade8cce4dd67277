"use client";

import { type ChangeEvent, type KeyboardEvent, useRef, useState } from "react";
import { useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Button } from "#components/ui/button.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./composer.module.css";

interface ComposerProps {
  label: string;
  send: string;
  initial?: string;
  initialMentionIds?: string[];
  busy: boolean;
  /** Without it, no one can be mentioned. */
  mentions?: boolean;
  onSend: (body: string, mentionIds: string[]) => void;
  onCancel: () => void;
  /** Called with what is written so far. */
  onWrite?: (body: string, mentionIds: string[]) => void;
}

/**
 * Writes a comment: Cmd or Ctrl and Enter sends, Escape leaves it, @ mentions someone. People who are mentioned are
 * notified.
 */
export function Composer({ label, send, busy, mentions = true, onSend, onCancel, ...given }: ComposerProps) {
  const [body, setBody] = useState(given.initial ?? "");
  const [mentionIds, setMentionIds] = useState<string[]>(given.initialMentionIds ?? []);
  const write = (text: string, ids = mentionIds) => {
    setBody(text);
    setMentionIds(ids);
    given.onWrite?.(text, ids);
  };
  const people = useFoundPeople();
  const text = useRef<HTMLTextAreaElement>(null);
  const [isNaming, setNaming] = useState(false);
  const onType = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    write(target.value);
    const isAt = nativeEvent instanceof InputEvent && nativeEvent.data === "@";
    if (isAt && /(^|\s)@$/.test(target.value.slice(0, target.selectionStart))) setNaming(true);
  };
  const mention = (ids: string[]) => {
    const added = people.rows.find(({ id }) => ids.includes(id) && !mentionIds.includes(id));
    const caret = text.current?.selectionStart ?? body.length;
    if (!added || !body.slice(0, caret).endsWith("@")) return write(body, ids);
    write(`${body.slice(0, caret)}${added.name} ${body.slice(caret)}`, ids);
    setNaming(false);
  };
  const submit = () => {
    if (body.trim()) onSend(body.trim(), mentionIds);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <div className={layoutStyles.tightStack}>
      <Textarea
        aria-label={label}
        rows={3}
        maxLength={LENGTHS.comment.body}
        autoFocus
        ref={text}
        value={body}
        onChange={onType}
        onKeyDown={onKeyDown}
      />
      {mentions ? (
        <TokenField
          label="Mention"
          values={mentionIds}
          options={people.rows.map(({ id, name }) => ({ value: id, label: name }))}
          nameOf={people.nameOf}
          onSearch={people.onSearch}
          onChange={mention}
          addLabel="Mention someone"
          open={isNaming}
          onOpenChange={setNaming}
          returnFocus={() => text.current?.focus()}
        />
      ) : null}
      <div className={styles.foot}>
        <Button kind="primary" busy={busy} busyLabel="Sending" onClick={submit}>
          {send}
        </Button>
        <Button kind="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
