"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { OtherAction } from "../other-action.tsx";
import { useActionItem } from "../use-action-item.ts";
import type { Rework } from "./edit-context.ts";
import { useEditLayer } from "./edit-context.ts";

export interface ReworkDialogProps {
  kind: Rework;
  row: ActionItemRow;
  onClose: () => void;
}

/** Asks for what a split, a merge, a move or a purge needs. */
export function ReworkDialog({ kind, row, onClose }: ReworkDialogProps) {
  if (kind === "split") return <SplitDialog row={row} onClose={onClose} />;
  if (kind === "merge") return <MergeDialog row={row} onClose={onClose} />;
  if (kind === "purge") return <PurgeDialog row={row} onClose={onClose} />;
  return <MoveDialog row={row} onClose={onClose} />;
}

type DialogProps = Omit<ReworkDialogProps, "kind">;
const MOST_PARTS = 10;

function SplitDialog({ row, onClose }: DialogProps) {
  const { change } = useEditLayer();
  const checks = useActionItem(row.key).data?.checks.filter(({ done }) => !done) ?? [];
  const [titles, setTitles] = useState("");
  const [checkIds, setCheckIds] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const parts = [
    ...checks.filter(({ id }) => checkIds.includes(id)).map(({ id, text }) => ({ title: text, checkIds: [id] })),
    ...titles.split("\n").flatMap((title) => (title.trim() ? [{ title: title.trim(), checkIds: [] }] : [])),
  ];
  const wrong = wrongParts(parts);
  const send = () => {
    setTried(true);
    if (wrong) return false;
    change([row], { kind: "split", parts });
    return true;
  };
  return (
    <FormDialog
      title={`Split ${row.key}`}
      description="Each part is a proposed action with the same owner, type, incident, review, factors, team, priority and date. The action stays open for the rest."
      widthPx={560}
      confirm={parts.length > 1 ? `Split off ${parts.length} parts` : "Split off"}
      onSend={send}
      onClose={onClose}
    >
      {checks.length > 0 ? (
        <fieldset className={layoutStyles.tightStack}>
          <legend className={cx(textStyles.small, textStyles.emphasis)}>From the checklist</legend>
          {checks.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text}
              checked={checkIds.includes(id)}
              onChange={() =>
                setCheckIds(checkIds.includes(id) ? checkIds.filter((one) => one !== id) : [...checkIds, id])
              }
            />
          ))}
        </fieldset>
      ) : null}
      <Field label="Titles of the parts" hint="One per line" error={isTried ? wrong : undefined}>
        <Textarea autoFocus rows={4} value={titles} onChange={({ target }) => setTitles(target.value)} />
      </Field>
    </FormDialog>
  );
}

function wrongParts(parts: readonly { title: string }[]): string | undefined {
  if (parts.length === 0) return "Enter the title of at least one part";
  if (parts.length > MOST_PARTS) return `Split off at most ${MOST_PARTS} parts at once`;
  const long = parts.find(({ title }) => title.length > LENGTHS.actionItem.title);
  return long ? `“${long.title.slice(0, 40)}…” is longer than ${LENGTHS.actionItem.title} characters` : undefined;
}

function MergeDialog({ row, onClose }: DialogProps) {
  const { change } = useEditLayer();
  const [intoKey, setInto] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (intoKey === null) return false;
    change([row], { kind: "merged", intoKey });
    return true;
  };
  return (
    <FormDialog
      title={`Merge ${row.key} as a duplicate`}
      description={`${row.key} is declined as a duplicate. The other action gets its factors, strategic changes, watchers and history. No text is copied.`}
      confirm="Merge"
      onSend={send}
      onClose={onClose}
    >
      <Field label="Merge into" error={isTried && intoKey === null ? "Choose an action" : undefined}>
        <OtherAction label="Merge into" ownKey={row.key} value={intoKey} onChange={setInto} />
      </Field>
    </FormDialog>
  );
}

/** The one step that can't be undone, so the key has to be typed. */
function PurgeDialog({ row, onClose }: DialogProps) {
  const client = useQueryClient();
  const [confirm, setConfirm] = useState("");
  const [isTried, setTried] = useState(false);
  const purge = useMutation(
    query.actionRework.purge.mutationOptions({
      onSuccess: async () => {
        onClose();
        await refresh(client, ["action_item", "comment"]);
      },
      onError: (error) => toastError(wordsOf(error)),
    }),
  );
  const isWrong = confirm.trim() !== row.key;
  const send = () => {
    setTried(true);
    if (isWrong) return false;
    purge.mutate({ key: row.key, version: row.version, confirm: confirm.trim() });
    return true;
  };
  return (
    <FormDialog
      title={`Purge ${row.key} permanently`}
      description="Its text, comments, evidence and history are deleted, including from versions of reviews and from messages. Only its key, and when and by whom it was purged, stay. This can't be undone. Archive hides an action and can be undone."
      confirm="Purge permanently"
      isBusy={purge.isPending}
      onSend={send}
      onClose={onClose}
    >
      <Field label={`Enter ${row.key} to confirm`} error={isTried && isWrong ? `Enter ${row.key}` : undefined}>
        <Input autoFocus autoComplete="off" value={confirm} onChange={({ target }) => setConfirm(target.value)} />
      </Field>
    </FormDialog>
  );
}

const OUT = "none";

function MoveDialog({ row, onClose }: DialogProps) {
  const { change } = useEditLayer();
  const [to, setTo] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const [q, setQ] = useState("");
  const reviews = useQuery(reads.review.found(q)).data?.items ?? [];
  const incidents = useQuery(reads.incident.found(q)).data?.items ?? [];
  const options = [...reviews, ...incidents]
    .filter(({ key }) => key !== (row.review?.key ?? row.incident?.key))
    .map(({ key, title }) => ({ value: key, label: title, detail: key }));
  const send = () => {
    setTried(true);
    if (to === null) return false;
    change([row], { kind: "moved_to", to: to === OUT ? null : to });
    return true;
  };
  return (
    <FormDialog
      title={`Move ${row.key}`}
      description="Its people, date, evidence and history stay. People who can read the new review or incident can read the action."
      confirm="Move"
      onSend={send}
      onClose={onClose}
    >
      <Field label="To" error={isTried && to === null ? "Choose a review or an incident" : undefined}>
        <Combobox
          label="To"
          value={to}
          options={[
            ...(row.incident ? [{ value: OUT, label: "No incident or review", isNone: true }] : []),
            ...options,
          ]}
          nameOf={(key) => key}
          onChange={setTo}
          onSearch={setQ}
        />
      </Field>
    </FormDialog>
  );
}
