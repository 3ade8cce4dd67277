"use client";

import { usePeople, useTeams } from "#components/follow/action-item/use-people.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { ValueList } from "#components/ui/choices/value-list.tsx";
import { AnchoredPopover } from "#components/ui/overlays/anchored-popover.tsx";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { addQuarters, quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import type { ChangePatch } from "../change-cache.ts";
import { quarterChoices } from "../change-views.ts";

export type ValueField = "owner" | "sponsor" | "team" | "quarter";
const NOBODY = "nobody";

interface EditPopoverProps {
  field: ValueField;
  row: StrategicChangeRow;
  anchor: HTMLElement;
  onPick: (patch: ChangePatch) => void;
  onClose: () => void;
}

const WORDS: Record<ValueField, string> = {
  owner: "Owner",
  sponsor: "Sponsor",
  team: "Team",
  quarter: "Target quarter",
};

const named = (one: { id: string; name: string } | null) => (one ? { value: one.id, label: one.name } : undefined);

/** The list that opens at a value of a strategic change. */
export function EditPopover({ field, row, anchor, onPick, onClose }: EditPopoverProps) {
  const people = usePeople();
  const teams = useTeams();
  const today = useToday();
  const quarters = quarterChoices(quarterOf(today), addQuarters, row.targetQuarter ? [row.targetQuarter] : []);
  const { options, none, current } = {
    owner: { options: people.options, none: "No owner yet", current: named(row.owner) },
    sponsor: { options: people.options, none: "No sponsor", current: named(row.sponsor) },
    team: { options: teams.options, none: "No team", current: named(row.team) },
    quarter: {
      options: quarters.map((value) => ({ value, label: quarterWords(value) })),
      none: "No quarter yet",
      current: row.targetQuarter ? { value: row.targetQuarter, label: quarterWords(row.targetQuarter) } : undefined,
    },
  }[field];
  const pick = (value: string) => {
    onClose();
    const person = people.find(value);
    const team = teams.find(value);
    if (field === "quarter") onPick({ targetQuarter: value === NOBODY ? null : value });
    else if (field === "team") onPick({ team: team ? { id: team.id, name: team.name } : null });
    else onPick({ [field]: person ? { id: person.id, name: person.name } : null });
  };
  return (
    <AnchoredPopover anchor={anchor} label={WORDS[field]} onClose={onClose} room="list">
      <ValueList
        label={WORDS[field]}
        options={[...options, { value: NOBODY, label: none }]}
        chosen={[current?.value ?? NOBODY]}
        current={current}
        onKeep={onClose}
        onPick={pick}
        onSearch={field === "owner" || field === "sponsor" ? people.onSearch : undefined}
      />
    </AnchoredPopover>
  );
}
