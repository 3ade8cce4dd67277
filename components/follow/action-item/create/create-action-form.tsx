"use client";

import { useState } from "react";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { createDrafts, useKeptDraft } from "#components/ui/page/kept-drafts.ts";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { ActionPriority, ActionType } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { readEffort, WRONG_EFFORT } from "#lib/follow/action-item/effort.ts";
import { PRIORITY_OPTIONS, TYPE_OPTIONS } from "../options.tsx";
import { useFactorChoices, useIncidentChoices } from "../use-origin.ts";
import { usePeople, useTeams } from "../use-people.ts";
import { type ActionDraft, type ActionPreset, asksOrigin, BLANK, dueOf, inputOf, isWritten } from "./action-draft.ts";
import { ProposeDialog } from "./propose-dialog.tsx";
import { useCreateAction } from "./use-create-action.ts";
import { usePolicyDue } from "./use-policy-due.ts";

// The patterns of wording are large, and no page needs them before the form is open.
const HINTS = new Later(() => import("./quality-hints.tsx").then((file) => file.QualityHints));

/** Actions that aren't proposed yet, each by its origin and person. */
const drafts = createDrafts<ActionDraft>({ blank: BLANK, isWritten });

interface CreateActionFormProps {
  preset?: ActionPreset | undefined;
  onDone: (item: ActionItem) => void;
  onCancel: () => void;
}

/** Proposes an action item, alone or from a factor, a review, an incident or a strategic change. */
export function CreateActionForm({ preset = {}, onDone, onCancel }: CreateActionFormProps) {
  const { draft, set, drop } = useKeptDraft(drafts, `${JSON.stringify(preset)} ${useMe()?.id}`);
  const create = useCreateAction((item) => {
    drop();
    onDone(item);
  });
  const refusal = (field: string) => problemOf(create.error)?.fields?.find((one) => one.field === field)?.message;
  const isNamed = ["title", "trackerUrl", "ownerId", "teamId"].some((field) => refusal(field));
  return (
    <ProposeDialog
      act="Propose action"
      description={originWords(preset)}
      title={draft.title}
      onTitle={(title) => set({ title })}
      titleHint="A verb and the system it changes: “Alert when a backup job writes no object”"
      titleLength={LENGTHS.actionItem.title}
      titleMissing="Enter what will be done"
      titleRefused={refusal("title")}
      refused={create.error && !isNamed ? wordsOf(create.error) : undefined}
      isBusy={create.isPending}
      onSend={(onRefused) => create.mutate(inputOf(draft, preset), { onError: onRefused })}
      onCancel={() => {
        drop();
        onCancel();
      }}
    >
      <PolicyFields draft={draft} preset={preset} set={set} />
      {asksOrigin(preset) ? <OriginFields draft={draft} set={set} /> : null}
      <PeopleFields draft={draft} set={set} refusal={refusal} />
      <Field label="Done when" optional hint="An end state that someone else can check">
        <Textarea
          rows={2}
          maxLength={LENGTHS.actionItem.doneWhen}
          value={draft.doneWhen}
          onChange={(event) => set({ doneWhen: event.target.value })}
        />
      </Field>
      <Field label="Why" optional>
        <Textarea
          rows={2}
          maxLength={LENGTHS.actionItem.description}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <Field label="Link in the team's tracker" optional error={refusal("trackerUrl")}>
        <Input
          type="url"
          inputMode="url"
          placeholder="https://"
          value={draft.trackerUrl}
          maxLength={LENGTHS.url}
          onChange={(event) => set({ trackerUrl: event.target.value })}
        />
      </Field>
      <EffortField draft={draft} set={set} />
      <LaterPart of={HINTS} props={{ draft, preset }} />
    </ProposeDialog>
  );
}

function originWords({ factorIds, reviewKey, incidentKey, changeKeys }: ActionPreset): string | undefined {
  const from = reviewKey ?? incidentKey;
  if (factorIds && factorIds.length > 0)
    return `Addresses ${factorIds.length === 1 ? "a factor" : `${factorIds.length} factors`}${from ? ` of ${from}` : ""}.`;
  if (changeKeys && changeKeys.length > 0) return `Part of ${changeKeys.join(", ")}.`;
  return from ? `From ${from}.` : undefined;
}

interface PartProps {
  draft: ActionDraft;
  set: (change: Partial<ActionDraft>) => void;
}

/** A wrong number is named while it is typed, and keeps the form from being sent. */
function EffortField({ draft, set }: PartProps) {
  const error = readEffort(draft.effort) === undefined ? WRONG_EFFORT : undefined;
  return (
    <Field label="Effort in working days" optional error={error}>
      <Input
        data-unread={error ? "" : undefined}
        inputMode="numeric"
        maxLength={LENGTHS.actionItem.effort}
        value={draft.effort}
        onChange={({ target }) => set({ effort: target.value })}
      />
    </Field>
  );
}

/** Type, priority, and the resulting date. */
function PolicyFields({ draft, preset, set }: PartProps & { preset: ActionPreset }) {
  const today = useToday();
  const byPolicy = usePolicyDue(draft, preset);
  const isByPolicy = draft.dueDate === undefined && byPolicy !== null;
  return (
    <div className={layoutStyles.columns}>
      <Field label="Type">
        <Combobox
          label="Type"
          value={draft.type}
          options={TYPE_OPTIONS}
          onChange={(type) => set({ type: type as ActionType })}
        />
      </Field>
      <Field label="Priority">
        <Combobox
          label="Priority"
          value={draft.priority}
          options={PRIORITY_OPTIONS}
          onChange={(priority) => set({ priority: priority as ActionPriority })}
        />
      </Field>
      <DateField
        label="Due"
        optional
        today={today}
        value={dueOf(draft, byPolicy)}
        onChange={(dueDate) => set({ dueDate })}
        hint={isByPolicy ? `Set by the policy for ${draft.priority}` : undefined}
      />
    </div>
  );
}

/** The incident that it follows from, and the factors of its reviews that it addresses. */
function OriginFields({ draft, set }: PartProps) {
  const incidents = useIncidentChoices();
  const [picked, setPicked] = useState<ValueOption | null>(null);
  const { options: factors } = useFactorChoices(draft.incidentKey || null);
  const choose = (key: string) => {
    setPicked(incidents.options.find(({ value }) => value === key) ?? null);
    set({ incidentKey: key, factorIds: [] });
  };
  const known = picked && incidents.options.every(({ value }) => value !== picked.value) ? [picked] : [];
  return (
    <>
      <Field label="Incident" optional>
        <Combobox
          label="Incident"
          value={draft.incidentKey}
          options={[{ value: "", label: "No incident", isNone: true }, ...known, ...incidents.options]}
          onChange={choose}
          onSearch={incidents.onSearch}
        />
      </Field>
      {factors.length > 0 ? (
        <Field label="Factors it addresses" optional>
          <TokenField
            label="Factors it addresses"
            values={draft.factorIds}
            options={factors}
            onChange={(factorIds) => set({ factorIds })}
            addLabel="Add factor"
          />
        </Field>
      ) : null}
    </>
  );
}

function PeopleFields({ draft, set, refusal }: PartProps & { refusal: (field: string) => string | undefined }) {
  const people = usePeople();
  const teams = useTeams();
  const own = people.teamOf(draft.ownerId);
  return (
    <div className={layoutStyles.columns}>
      <Field label="Owner" optional error={refusal("ownerId")}>
        <Combobox
          label="Owner"
          value={draft.ownerId}
          options={[{ value: "", label: "No owner yet", isNone: true }, ...people.options]}
          onChange={(ownerId) => set({ ownerId, teamId: draft.teamId || (people.teamOf(ownerId) ?? "") })}
          onSearch={people.onSearch}
        />
      </Field>
      <Field
        label="Team"
        optional
        error={refusal("teamId")}
        hint={own && own === draft.teamId ? "The owner's team" : undefined}
      >
        <Combobox
          label="Team"
          value={draft.teamId}
          options={[{ value: "", label: "No team" }, ...teams.options]}
          onChange={(teamId) => set({ teamId })}
        />
      </Field>
    </div>
  );
}
