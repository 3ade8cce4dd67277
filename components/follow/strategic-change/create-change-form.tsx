"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { ProposeDialog } from "#components/follow/action-item/create/propose-dialog.tsx";
import { usePeople, useTeams } from "#components/follow/action-item/use-people.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { createDrafts, useKeptDraft } from "#components/ui/page/kept-drafts.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { addQuarters, quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import { quarterChoices } from "./change-views.ts";

interface CreateChangeFormProps {
  /** Factors that it addresses from the start. */
  factorIds?: readonly string[] | undefined;
  onDone: () => void;
  onCancel: () => void;
}

const BLANK = {
  title: "",
  problem: "",
  expectedEffect: "",
  targetQuarter: "",
  ownerId: "",
  sponsorId: "",
  teamId: "",
  theme: "",
};
type Draft = typeof BLANK & { otherTeamIds: string[] };

/** Changes that aren't proposed yet, each by its factors and person. */
const drafts = createDrafts<Draft>({
  blank: { ...BLANK, otherTeamIds: [] },
  isWritten: ({ title, problem, expectedEffect }) =>
    [title, problem, expectedEffect].some((text) => text.trim() !== ""),
});

/** Proposes a strategic change: the problem, its goal, by when and by whom. */
export function CreateChangeForm({ factorIds = [], onDone, onCancel }: CreateChangeFormProps) {
  const client = useQueryClient();
  const router = useRouter();
  const { draft, set, drop } = useKeptDraft(drafts, `${factorIds.join(" ")} ${useMe()?.id}`);
  const create = useMutation(
    query.strategicChange.create.mutationOptions({
      onSuccess: (change) => {
        void refresh(client, "strategic_change");
        const open = () => router.push(`/strategy/${change.key}`);
        toastDone(`${change.key} proposed`, { action: { label: "Open", run: open } });
        drop();
        onDone();
      },
    }),
  );
  const send = (onRefused: () => void) => {
    const { title, problem, expectedEffect, targetQuarter, ownerId, sponsorId, teamId, otherTeamIds, theme } = draft;
    const input = {
      title: title.trim(),
      problem: problem.trim(),
      expectedEffect: expectedEffect.trim(),
      targetQuarter: targetQuarter || null,
      ownerId: ownerId || null,
      sponsorId: sponsorId || null,
      teamId: teamId || null,
      otherTeamIds,
      theme: theme.trim() || null,
      factorIds: [...factorIds],
    };
    create.mutate(input, { onError: onRefused });
  };
  return (
    <ProposeDialog
      act="Propose strategic change"
      description="For changes to a system or process that a short action can't make."
      title={draft.title}
      onTitle={(title) => set({ title })}
      titleHint="The outcome: “Prove every backup restores”"
      titleLength={LENGTHS.strategicChange.title}
      titleMissing="Enter a title"
      refused={create.error ? wordsOf(create.error) : undefined}
      isBusy={create.isPending}
      onSend={send}
      onCancel={() => {
        drop();
        onCancel();
      }}
    >
      <Field label="Problem" optional hint="Describe what goes wrong and how often">
        <Textarea
          rows={3}
          maxLength={LENGTHS.strategicChange.problem}
          value={draft.problem}
          onChange={(event) => set({ problem: event.target.value })}
        />
      </Field>
      <Field label="Expected effect" optional hint="Describe what will be different and how you'll measure it">
        <Textarea
          rows={2}
          maxLength={LENGTHS.strategicChange.expectedEffect}
          value={draft.expectedEffect}
          onChange={(event) => set({ expectedEffect: event.target.value })}
        />
      </Field>
      <WhoAndWhen draft={draft} set={set} />
    </ProposeDialog>
  );
}

function WhoAndWhen({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const people = usePeople();
  const teams = useTeams();
  const today = useToday();
  const themes = useQuery(reads.strategicChange.themes()).data?.items ?? [];
  const quarters = quarterChoices(quarterOf(today), addQuarters, []);
  return (
    <div className={layoutStyles.columns}>
      <Field label="Target quarter" optional>
        <Combobox
          label="Target quarter"
          value={draft.targetQuarter}
          options={[
            { value: "", label: "Not set" },
            ...quarters.map((value) => ({ value, label: quarterWords(value) })),
          ]}
          onChange={(targetQuarter) => set({ targetQuarter })}
        />
      </Field>
      <Field label="Team" optional>
        <Combobox
          label="Team"
          value={draft.teamId}
          options={[{ value: "", label: "No team" }, ...teams.options]}
          onChange={(teamId) => set({ teamId, otherTeamIds: draft.otherTeamIds.filter((id) => id !== teamId) })}
        />
      </Field>
      <Field label="Other teams" optional>
        <TokenField
          label="Other teams"
          addLabel="Add a team"
          values={draft.otherTeamIds}
          options={teams.options.filter(({ value }) => value !== draft.teamId)}
          nameOf={(id) => teams.find(id)?.name}
          onChange={(otherTeamIds) => set({ otherTeamIds })}
        />
      </Field>
      <Field label="Theme" optional hint="What it has in common with other changes">
        <Input
          list="themes"
          maxLength={LENGTHS.strategicChange.theme}
          placeholder="For example, Recovery"
          value={draft.theme}
          onChange={(event) => set({ theme: event.target.value })}
        />
        <datalist id="themes">
          {themes.map((theme) => (
            <option key={theme} value={theme} />
          ))}
        </datalist>
      </Field>
      <Field label="Owner" optional>
        <Combobox
          label="Owner"
          value={draft.ownerId}
          options={[{ value: "", label: "No owner yet", isNone: true }, ...people.options]}
          onChange={(ownerId) => set({ ownerId })}
          onSearch={people.onSearch}
        />
      </Field>
      <Field label="Sponsor" optional hint="Is notified when the owner needs help">
        <Combobox
          label="Sponsor"
          value={draft.sponsorId}
          options={[{ value: "", label: "No sponsor yet", isNone: true }, ...people.options]}
          onChange={(sponsorId) => set({ sponsorId })}
          onSearch={people.onSearch}
        />
      </Field>
    </div>
  );
}
