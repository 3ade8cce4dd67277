"use client";

import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { usePeople } from "#components/follow/action-item/use-people.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { ChangeMilestone, StrategicChange } from "#lib/contract/strategic-change.ts";
import { isReachedAhead } from "#lib/follow/strategic-change/milestone.ts";
import { useMilestones } from "./use-milestones.ts";
import { useRefusedFields } from "./use-refused-fields.ts";

interface MilestoneDialogProps {
  change: StrategicChange;
  /** Null for a new one. */
  milestone: ChangeMilestone | null;
  onClose: () => void;
}

const NAMES = ["title", "plannedOn", "dueOn", "reachedOn", "ownerId"] as const;
const LABELS = {
  title: "title",
  ownerId: "owner",
  dueOn: "day",
  reachedOn: "day it was reached",
  blocks: "“Blocks delivery” setting",
};

/** A step of a change: what is reached, by when and by whom. The day of the plan stays when it moves. */
export function MilestoneDialog({ change, milestone, onClose }: MilestoneDialogProps) {
  const people = usePeople();
  const today = useToday();
  const { refused, place, clear } = useRefusedFields(NAMES);
  const { add, edit, remove, isBusy } = useMilestones(change, place);
  const [isTried, setTried] = useState(false);
  const fieldsOf = (newest: StrategicChange | null) => {
    const now = newest?.milestones.find(({ id }) => id === milestone?.id) ?? milestone;
    return {
      ...{ title: now?.title ?? "", ownerId: now?.owner?.id ?? "", dueOn: now?.dueOn ?? null },
      ...{ reachedOn: now?.reachedOn ?? null, blocks: now?.blocks ?? true },
    };
  };
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(change, fieldsOf);
  const { title, dueOn } = fields;
  const missing = {
    title: title.trim() ? undefined : "Enter a title",
    due: dueOn ? undefined : "Enter a day",
    reached:
      changed.reachedOn && isReachedAhead(changed.reachedOn, today) ? "Choose today or an earlier day" : undefined,
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const isRemoved = milestone !== null && !change.milestones.some(({ id }) => id === milestone.id);
  const send = () => {
    setTried(true);
    clear();
    if (dueOn === null || Object.values(missing).some(Boolean)) return false;
    const ownerId = fields.ownerId || null;
    if (milestone === null) add({ title: title.trim(), plannedOn: dueOn, ownerId, blocks: fields.blocks }, onClose);
    else {
      const { dueOn: _, ownerId: owner, ...rest } = changed;
      const moved = changed.dueOn === undefined ? {} : { dueOn };
      const given = owner === undefined ? {} : { ownerId };
      edit(milestone.id, version, { ...rest, ...moved, ...given, ...(isRemoved ? { removed: false } : {}) }, onClose);
    }
    return true;
  };
  return (
    <FormDialog
      title={milestone ? "Change milestone" : "Add milestone"}
      description={change.title}
      confirm={milestone ? "Change milestone" : "Add milestone"}
      isBusy={isBusy}
      aside={
        milestone && !isRemoved ? (
          <Button kind="ghost" onClick={() => remove(milestone, onClose)}>
            Remove
          </Button>
        ) : null
      }
      onSend={send}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={isRemoved} onTakeTheirs={takeTheirs} />
      <Field label="Milestone" hint="What this milestone achieves" error={shown(missing.title) ?? refused.title}>
        <Input
          autoFocus
          maxLength={LENGTHS.strategicChange.milestone}
          value={title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <div className={layoutStyles.columns}>
        <DateField
          label={milestone ? "Due" : "Planned for"}
          value={dueOn}
          today={today}
          hint={milestone ? `Planned for ${wordsOfDate(milestone.plannedOn, today)}, which stays visible` : undefined}
          error={shown(missing.due) ?? refused.dueOn ?? refused.plannedOn}
          onChange={(day) => set({ dueOn: day })}
        />
        <Field label="Owner" optional error={refused.ownerId}>
          <Combobox
            label="Owner"
            value={fields.ownerId}
            options={[{ value: "", label: "No owner yet", isNone: true }, ...people.options]}
            onChange={(ownerId) => set({ ownerId })}
            onSearch={people.onSearch}
          />
        </Field>
        {milestone ? (
          <DateField
            label="Reached"
            value={fields.reachedOn}
            today={today}
            optional
            hint="Empty until it is reached"
            error={shown(missing.reached) ?? refused.reachedOn}
            onChange={(reachedOn) => set({ reachedOn })}
          />
        ) : null}
      </div>
      <Checkbox
        label="Blocks delivery"
        checked={fields.blocks}
        onChange={(event) => set({ blocks: event.target.checked })}
      />
    </FormDialog>
  );
}
