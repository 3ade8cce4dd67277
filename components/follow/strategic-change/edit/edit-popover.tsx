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

/** The list that opens at a value of a strategic change. */
export function EditPopover({ field, row, anchor, onPick, onClose }: EditPopoverProps) {
  const people = usePeople();
  const teams = useTeams();
  const today = useToday();
  const quarters = quarterChoices(quarterOf(today), addQuarters, row.targetQuarter ? [row.targetQuarter] : []);
  const { options, none, chosen } = {
    owner: { options: people.options, none: "No owner yet", chosen: row.owner?.id },
    sponsor: { options: people.options, none: "No sponsor", chosen: row.sponsor?.id },
    team: { options: teams.options, none: "No team", chosen: row.team?.id },
    quarter: {
      options: quarters.map((value) => ({ value, label: quarterWords(value) })),
      none: "No quarter yet",
      chosen: row.targetQuarter ?? undefined,
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
        chosen={[chosen ?? NOBODY]}
        single
        onPick={pick}
        onSearch={field === "owner" || field === "sponsor" ? people.onSearch : undefined}
      />
    </AnchoredPopover>
  );
}
