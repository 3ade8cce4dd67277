"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { usePeople, useTeams } from "#components/follow/action-item/use-people.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { ValueList } from "#components/ui/choices/value-list.tsx";
import { AnchoredPopover } from "#components/ui/overlays/anchored-popover.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { addQuarters, quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import type { ChangePatch } from "../change-cache.ts";
import { quarterChoices } from "../change-views.ts";

export type ValueField = "owner" | "sponsor" | "effectBy" | "team" | "otherTeams" | "theme" | "quarter";
const NOBODY = "nobody";
/** No theme is empty. */
const NO_THEME = "";

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
  effectBy: "Who checks the effect",
  team: "Leading team",
  otherTeams: "Other teams",
  theme: "Theme",
  quarter: "Target quarter",
};

const named = (one: { id: string; name: string } | null) => (one ? { value: one.id, label: one.name } : undefined);

/** The list that opens at a value of a strategic change. */
export const EditPopover = (props: EditPopoverProps) => {
  if (props.field === "otherTeams") return <OtherTeams {...props} />;
  return props.field === "theme" ? <Theme {...props} /> : <OneValue {...props} field={props.field} />;
};

/** The theme of the change, which is chosen from those of other changes or typed. */
function Theme({ row, anchor, onPick, onClose }: EditPopoverProps) {
  const themes = useQuery(reads.strategicChange.themes()).data?.items ?? [];
  const pick = (theme: string | null) => {
    onClose();
    onPick({ theme });
  };
  return (
    <AnchoredPopover anchor={anchor} label={WORDS.theme} onClose={onClose} room="list">
      <ValueList
        label={WORDS.theme}
        placeholder="Find or type a theme"
        options={[...themes.map((theme) => ({ value: theme, label: theme })), { value: NO_THEME, label: "No theme" }]}
        chosen={[row.theme ?? NO_THEME]}
        current={row.theme === null ? undefined : { value: row.theme, label: row.theme }}
        onKeep={onClose}
        onPick={(value) => pick(value === NO_THEME ? null : value)}
        onCreate={(typed) => pick(typed.slice(0, LENGTHS.strategicChange.theme))}
      />
    </AnchoredPopover>
  );
}

/** The teams that work on a change too. It stays open, and each choice is saved. */
function OtherTeams({ row, anchor, onPick, onClose }: EditPopoverProps) {
  const teams = useTeams();
  const chosen = row.otherTeams.map(({ id }) => id);
  const kept = row.otherTeams.filter(({ id }) => !teams.options.some(({ value }) => value === id));
  const pick = (id: string) => {
    const team = teams.find(id);
    if (chosen.includes(id)) onPick({ otherTeams: row.otherTeams.filter((one) => one.id !== id) });
    else if (team) onPick({ otherTeams: [...row.otherTeams, { id, name: team.name }].toSorted(byName) });
  };
  return (
    <AnchoredPopover anchor={anchor} label={WORDS.otherTeams} onClose={onClose} room="list">
      <ValueList
        label={WORDS.otherTeams}
        options={[...kept.map(({ id, name }) => ({ value: id, label: name })), ...teams.options].filter(
          ({ value }) => value !== row.team?.id,
        )}
        chosen={chosen}
        onPick={pick}
        onSearch={teams.onSearch}
        empty="No other teams"
      />
    </AnchoredPopover>
  );
}

/** The new lead team is removed from the other teams. Undo restores both. */
const ledBy = ({ otherTeams }: StrategicChangeRow, team: { id: string; name: string } | null): ChangePatch =>
  otherTeams.some(({ id }) => id === team?.id)
    ? { team, otherTeams: otherTeams.filter(({ id }) => id !== team?.id) }
    : { team };

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);

function OneValue({
  field,
  row,
  anchor,
  onPick,
  onClose,
}: EditPopoverProps & { field: Exclude<ValueField, "otherTeams" | "theme"> }) {
  const people = usePeople();
  const teams = useTeams();
  const today = useToday();
  const quarters = quarterChoices(quarterOf(today), addQuarters, row.targetQuarter ? [row.targetQuarter] : []);
  const { options, none, current } = {
    owner: { options: people.options, none: "No owner yet", current: named(row.owner) },
    sponsor: { options: people.options, none: "No sponsor", current: named(row.sponsor) },
    effectBy: {
      options: people.options.filter(({ value }) => value !== row.owner?.id),
      ...{ none: "The sponsor", current: named(row.effectBy) },
    },
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
    else if (field === "team") onPick(ledBy(row, team ? { id: team.id, name: team.name } : null));
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
        onSearch={field === "team" || field === "quarter" ? undefined : people.onSearch}
      />
    </AnchoredPopover>
  );
}
