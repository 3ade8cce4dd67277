"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { query } from "#components/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { TokenField } from "#components/ui/token-field.tsx";

interface ComposerProps {
  label: string;
  send: string;
  initial?: string;
  busy: boolean;
  onSend: (body: string, mentionIds: string[]) => void;
  onCancel: () => void;
}

/** Writes a comment: Cmd or Ctrl and Enter sends, Escape leaves it. People who are mentioned are told. */
export function Composer({ label, send, initial = "", busy, onSend, onCancel }: ComposerProps) {
  const [body, setBody] = useState(initial);
  const [mentionIds, setMentionIds] = useState<string[]>([]);
  const people = useQuery(query.member.list.queryOptions({ input: { limit: 200 } }));
  const options = people.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
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
    <div className="grid gap-2">
      <Textarea
        aria-label={label}
        rows={3}
        autoFocus
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <TokenField
        label="Mention"
        values={mentionIds}
        options={options}
        onChange={setMentionIds}
        addLabel="Mention somebody"
      />
      <div className="foot">
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
