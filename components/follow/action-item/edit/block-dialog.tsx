"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { matchScore } from "#components/ui/choices/match-words.ts";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { setBlocked } from "#lib/follow/action-item/blocked.ts";
import type { Refusal } from "#lib/follow/action-item/transition.ts";
import { usePeople, useTeams } from "../use-people.ts";
import { useEditLayer } from "./edit-context.ts";

type Blocker = NonNullable<ActionItemRow["blockedBy"]>;

interface BlockDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

const FIELD_RULES = ["reason_needed", "until_in_past"];

/** Marks actions as blocked, or changes what a blocked one waits for: why, until when, and by whom or what. */
export function BlockDialog({ rows, onClose }: BlockDialogProps) {
  const { change } = useEditLayer();
  const today = useToday();
  const only = rows.length === 1 ? rows[0] : undefined;
  const [reason, setReason] = useState(only?.blockedReason ?? "");
  const [blockedUntil, setUntil] = useState(only?.blockedUntil ?? null);
  const [blockedBy, setBy] = useState<Blocker | null>(only?.blockedBy ?? null);
  const [isTried, setTried] = useState(false);
  const isBlocked = only !== undefined && only.blockedReason !== null;
  // A day that has come and a blocker that isn't shown to everyone stay if they aren't changed.
  const changed = {
    ...(only && blockedUntil === only.blockedUntil ? {} : { blockedUntil }),
    ...(only && blockedBy === only.blockedBy ? {} : { blockedBy }),
  };
  const refusal = refusalOf(rows, { reason, until: changed.blockedUntil }, today);
  const error = (rule: string) => (isTried && refusal?.rule === rule ? refusal.message : undefined);
  // The server explains what no field can fix, such as a newer status.
  const isWrong = refusal !== null && FIELD_RULES.includes(refusal.rule);
  const send = () => {
    setTried(true);
    if (!isWrong) change(rows, { kind: "blocked", blockedReason: reason.trim(), ...changed });
    return !isWrong;
  };
  const what = only?.key ?? `${rows.length} actions`;
  return (
    <FormDialog
      title={isBlocked ? `Edit why ${what} is blocked` : `Mark ${what} as blocked`}
      description="Reminders pause until this date. Without a date, they continue."
      widthPx={560}
      confirm={isBlocked ? "Save" : "Mark as blocked"}
      onSend={send}
      onClose={onClose}
    >
      <Field label="Waiting for" hint="For example, access to the production database" error={error("reason_needed")}>
        <Textarea
          autoFocus
          rows={2}
          maxLength={LENGTHS.actionItem.blockedReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <DateField
        label="Until"
        optional
        today={today}
        value={blockedUntil}
        onChange={setUntil}
        error={error("until_in_past")}
      />
      <Field label="Blocked by" optional hint="A person, a team or another action">
        <BlockerField value={blockedBy} ownKeys={rows.map(({ key }) => key)} onChange={setBy} />
      </Field>
    </FormDialog>
  );
}

/** Checks what the rules would reject, before anything is sent. */
function refusalOf(
  [row]: readonly ActionItemRow[],
  { reason, until }: { reason: string; until: string | null | undefined },
  today: string,
): Refusal | null {
  const blocked = row ? setBlocked(row, { reason, ...(until === undefined ? {} : { until }) }, today) : null;
  return blocked?.ok === false ? blocked : null;
}

const KIND_WORDS = { person: "Person", team: "Team", action: "Action" } as const;

/** One list of people, teams and actions, found by words. */
function BlockerField({
  value,
  ownKeys,
  onChange,
}: {
  value: Blocker | null;
  ownKeys: readonly string[];
  onChange: (by: Blocker | null) => void;
}) {
  const [q, setQ] = useState("");
  const people = usePeople();
  const teams = useTeams();
  const actions = useQuery(reads.actionItem.found(q)).data?.items ?? [];
  const found: Blocker[] = [
    ...(value ? [value] : []),
    ...people.options.map(({ value: id, label: name }) => ({ kind: "person" as const, id, name })),
    ...teams.options.map(({ value: id, label: name }) => ({ kind: "team" as const, id, name })),
    ...actions
      .filter(({ key }) => !ownKeys.includes(key))
      .map(({ key, title }) => ({ kind: "action" as const, id: key, name: title })),
  ];
  const byId = new Map(found.map((one) => [one.id, one]));
  // The server finds actions by their text too, so only people and teams are matched by name.
  const isFound = ({ kind, name }: Blocker) => kind === "action" || matchScore(name, q) > 0;
  const search = (text: string) => {
    setQ(text);
    people.onSearch?.(text);
  };
  return (
    <Combobox
      label="Blocked by"
      value={value?.id ?? ""}
      options={[
        { value: "", label: "Not set", isNone: true },
        ...[...byId.values()].filter(isFound).map(({ kind, id, name }) => ({
          value: id,
          label: name,
          detail: kind === "action" ? id : KIND_WORDS[kind],
        })),
      ]}
      onChange={(id) => onChange(byId.get(id) ?? null)}
      onSearch={search}
    />
  );
}
