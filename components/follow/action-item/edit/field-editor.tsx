"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { ValueList, type ValueOption } from "#components/ui/choices/value-list.tsx";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { StatusMark } from "#components/ui/labels/status.tsx";
import { ACTION_PRIORITIES, ACTION_TYPES } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { PRIORITY_OPTIONS, statusKind, TYPE_OPTIONS } from "../options.tsx";
import { usePeople, useTeams } from "../use-people.ts";
import { UNBLOCKED } from "./change.ts";
import { DueEditor, type StartedMove } from "./due-editor.tsx";
import { type EditField, useEditLayer } from "./edit-context.ts";
import { EffortEditor } from "./effort-editor.tsx";
import { FactorsEditor, IncidentEditor } from "./origin-editors.tsx";
import { type Asks, sharedSteps } from "./steps.ts";
import { VerifierEditor } from "./verifier-editor.tsx";

interface EditorProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** The editor at a value: a list to choose from, or a date. */
export function FieldEditor({ field, due, ...at }: EditorProps & { field: EditField; due?: StartedMove | undefined }) {
  const { rows } = at;
  if (field === "owner") return <OwnerEditor {...at} />;
  if (field === "team") return <TeamEditor {...at} />;
  if (field === "due") return <DueEditor rows={rows} started={due} />;
  if (field === "incident") return <IncidentEditor {...at} />;
  if (field === "factors") return rows[0] ? <FactorsEditor row={rows[0]} /> : null;
  if (field === "effort") return rows[0] ? <EffortEditor row={rows[0]} onClose={at.onClose} /> : null;
  if (field === "verifier") return rows[0] ? <VerifierEditor row={rows[0]} onClose={at.onClose} /> : null;
  if (field === "status") return <StatusEditor rows={rows} />;
  return field === "priority" ? <PriorityEditor {...at} /> : <TypeEditor {...at} />;
}

const shared = (rows: readonly ActionItemRow[], of: (row: ActionItemRow) => string): string[] => {
  const values = new Set(rows.map(of));
  return values.size === 1 ? [...values] : [];
};

const NO_OWNER = { value: "nobody", label: "No owner yet", isNone: true };
const NO_TEAM = { value: "none", label: "No team" };
const optionOf = ({ id, name }: { id: string; name: string }): ValueOption => ({ value: id, label: name });

function OwnerEditor({ rows, onClose }: EditorProps) {
  const { change } = useEditLayer();
  const me = useMe();
  const people = usePeople();
  const isOptional = rows.every((row) => row.status === "proposed");
  const mine = people.options.filter((option) => option.value === me?.id);
  const others = people.options.filter((option) => option.value !== me?.id);
  const withAvatar = (option: ValueOption): ValueOption => ({ ...option, icon: <Avatar name={option.label} /> });
  const options = [
    ...mine.map((option) => ({ ...withAvatar(option), label: `${option.label} (you)` })),
    ...others.map(withAvatar),
    ...(isOptional ? [NO_OWNER] : []),
  ];
  const chosen = shared(rows, (row) => row.owner?.id ?? NO_OWNER.value);
  const current = rows[0]?.owner ? withAvatar(optionOf(rows[0].owner)) : NO_OWNER;
  const pick = (id: string) => {
    const person = people.find(id);
    change(rows, { kind: "owner", owner: person ? { id: person.id, name: person.name } : null });
  };
  return (
    <ValueList
      label="Owner"
      placeholder="Name"
      options={options}
      chosen={chosen}
      current={chosen.length > 0 ? current : undefined}
      onKeep={onClose}
      onPick={pick}
      onSearch={people.onSearch}
    />
  );
}

function TeamEditor({ rows, onClose }: EditorProps) {
  const { change } = useEditLayer();
  const teams = useTeams();
  const pick = (id: string) => {
    const team = teams.find(id);
    change(rows, { kind: "team", team: team ? { id: team.id, name: team.name } : null });
  };
  const chosen = shared(rows, (row) => row.team?.id ?? NO_TEAM.value);
  const current = rows[0]?.team ? optionOf(rows[0].team) : NO_TEAM;
  return (
    <ValueList
      label="Team"
      options={[...teams.options, NO_TEAM]}
      chosen={chosen}
      current={chosen.length > 0 ? current : undefined}
      onKeep={onClose}
      onPick={pick}
    />
  );
}

function PriorityEditor({ rows, onClose }: EditorProps) {
  const { change } = useEditLayer();
  const pick = (value: string) => {
    const priority = ACTION_PRIORITIES.find((one) => one === value);
    if (priority) change(rows, { kind: "priority", priority });
  };
  return (
    <ValueList
      label="Priority"
      options={PRIORITY_OPTIONS}
      chosen={shared(rows, (row) => row.priority)}
      onKeep={onClose}
      onPick={pick}
    />
  );
}

function TypeEditor({ rows, onClose }: EditorProps) {
  const { change } = useEditLayer();
  const pick = (value: string) => {
    const type = ACTION_TYPES.find((one) => one === value);
    if (type) change(rows, { kind: "texts", texts: { type } });
  };
  return (
    <ValueList
      label="Type"
      options={TYPE_OPTIONS}
      chosen={shared(rows, (row) => row.type)}
      onKeep={onClose}
      onPick={pick}
    />
  );
}

const ASKS_WORDS: Record<Asks, string | undefined> = {
  nothing: undefined,
  evidence: "Asks for evidence",
  check: "Shows the evidence first",
  reason: "Asks for a reason",
  decline: "Asks for a reason",
  waive: "Someone else approves it",
};

function StatusEditor({ rows }: Pick<EditorProps, "rows">) {
  const { take, block, change } = useEditLayer();
  const meId = useMe()?.id;
  const steps = sharedSteps(rows, meId);
  const isBlockable = rows.every(
    ({ status, abilities }) => abilities.work && (status === "accepted" || status === "in_progress"),
  );
  const isBlocked = rows.every((row) => row.blockedReason !== null);
  const options = [
    ...steps.map((step) => ({
      value: step.to as string,
      label: step.status,
      detail: step.refused ?? ASKS_WORDS[step.asks],
      disabled: step.refused !== null,
      icon: <StatusMark kind={statusKind(step.to)} />,
    })),
    ...(isBlockable
      ? [
          {
            value: "blocked",
            label: isBlocked ? "Unblock" : "Blocked",
            detail: isBlocked ? undefined : "A flag with a reason",
            icon: <StatusMark kind="blocked" />,
          },
        ]
      : []),
  ];
  const pick = (value: string) => {
    const step = steps.find((one) => one.to === value);
    if (step) take(step, rows);
    else if (isBlocked) change(rows, { kind: "blocked", ...UNBLOCKED });
    else block(rows);
  };
  return (
    <ValueList
      label="Status"
      options={options}
      chosen={[]}
      onPick={pick}
      empty="These actions have no next step in common. Change them one by one."
    />
  );
}
