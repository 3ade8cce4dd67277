"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import type { SourceFile } from "#components/incidents/import/files/source-file.ts";
import { KIND_OPTIONS, SEVERITY_MEANING } from "#components/incidents/incident/option-words.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { focusFirstError } from "#components/ui/fields/focus-first-error.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { useEscGuard } from "#components/ui/overlays/use-esc-guard.ts";
import { Banner } from "#components/ui/page/banner.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { onOneLine } from "#lib/base/text/one-line.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { INCIDENT_KINDS, SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { NewIncident } from "./check-new-incident.ts";
import { FormRow } from "./form-row.tsx";
import styles from "./new-incident-form.module.css";
import { useNewIncident } from "./use-new-incident.ts";
import { WhatFollows } from "./what-follows.tsx";

const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus();

type NewIncidentFormProps = {
  files: readonly SourceFile[];
  serviceIds: string[];
  onServiceIds: (ids: string[]) => void;
  /** Values from the URL. */
  start: { title: string; began: string };
};

/** The fields of the incident, and the button. Enter creates. */
export function NewIncidentForm({ files, serviceIds, onServiceIds, start }: NewIncidentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const mine = useMyZone();
  const services = useServiceChoices();
  const [answers, setAnswers] = useState<Omit<NewIncident, "serviceIds">>({
    title: onOneLine(start.title),
    severity: null,
    kind: "incident",
    restricted: false,
  });
  const began = useWhen(start.began, "UTC");
  const ended = useWhen("", began.zone, began.reading?.ok ? began.reading.at : null);
  const { submit, errors, isCreating } = useNewIncident({ ...answers, serviceIds }, began, ended);
  const zones = ["UTC", ...(mine && mine !== "UTC" ? [mine] : [])];
  const set = (change: Partial<typeof answers>) => setAnswers((before) => ({ ...before, ...change }));
  const send = async (toImport: boolean) => {
    await submit(files, toImport);
    focusFirstError(form.current);
  };

  const addService = async (name: string) => {
    const made = await services.propose?.(name);
    if (made) onServiceIds([...serviceIds, made.id]);
  };

  const guard = useEscGuard(files.length > 0);
  useKeys([
    { keys: "mod+Enter", label: "Create incident", group: "Page", run: () => void send(false), whileTyping: true },
    {
      keys: "Esc",
      label: "Back to incidents",
      group: "Page",
      run: () => guard.stopsEsc() || router.push("/incidents"),
    },
  ]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <form ref={form} onSubmit={onSubmit} onInput={guard.onInput} noValidate>
      <TitleRow
        title={answers.title}
        error={errors.title}
        onTitle={(title) => set({ title })}
        onEnter={() => form.current?.requestSubmit()}
      />
      <SeverityRow severity={answers.severity} error={errors.severity} onSeverity={(severity) => set({ severity })} />
      <FormRow label="Services" hint="What people couldn't use. Sets the owner team and its availability target.">
        <TokenField
          label="Services"
          values={serviceIds}
          options={services.options}
          onSearch={services.search}
          onCreate={services.propose ? (name) => void addService(name) : undefined}
          onChange={onServiceIds}
          addLabel="Add service"
        />
      </FormRow>
      <FormRow label="Start" hint="Leave empty if you don't know it yet. The timeline sets it later.">
        <WhenField
          label="Start"
          labelHidden
          when={began}
          zones={zones}
          placeholder="today 12:31, 3 May 18:00"
          emptyWords="unknown"
          error={errors.startedAt}
        />
      </FormRow>
      <FormRow label="End" hint="Leave empty until the incident ends.">
        <WhenField
          label="End"
          labelHidden
          when={ended}
          zones={zones}
          placeholder="14:05, 20 min ago"
          emptyWords="still open"
          error={errors.resolvedAt}
        />
      </FormRow>
      <FormRow label="Kind" hint="You can change this after the review.">
        <Options
          label="Kind"
          labelHidden
          columns={4}
          value={answers.kind}
          onChange={(value) => set({ kind: INCIDENT_KINDS.find((kind) => kind === value) ?? "incident" })}
          options={KIND_OPTIONS}
        />
      </FormRow>
      <FormRow
        label="Who can read it"
        hint="Only the people and teams that you choose on the incident's page can read it, with its timeline, review and actions."
      >
        <Checkbox
          label="Restrict to people and teams that I choose"
          checked={answers.restricted}
          onChange={(event) => set({ restricted: event.target.checked })}
        />
      </FormRow>
      {errors.form ? <Banner tone="bad">{errors.form}</Banner> : null}
      <Buttons fileCount={files.length} isCreating={isCreating} onCreateAndImport={() => void send(true)} />
      <p role="status" className={styles.warning}>
        {guard.warning}
      </p>
      {answers.severity === null ? null : (
        <WhatFollows severity={answers.severity} kind={answers.kind} ended={ended.reading} serviceIds={serviceIds} />
      )}
    </form>
  );
}

type TitleRowProps = {
  title: string;
  error: string | undefined;
  onTitle: (title: string) => void;
  onEnter: () => void;
};

/** One line that grows: Enter creates the incident, even with more lines pasted into it. */
function TitleRow({ title, error, onTitle, onEnter }: TitleRowProps) {
  const id = useId();
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <FormRow label="What happened" htmlFor={id} hint="Describe what customers noticed, not the cause." error={error}>
      <textarea
        id={id}
        ref={focusOnce}
        className={styles.title}
        rows={1}
        placeholder="For example, Acme Mail: outgoing mail is delayed"
        value={title}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onTitle(onOneLine(event.target.value))}
        onKeyDown={onKey}
      />
    </FormRow>
  );
}

type SeverityRowProps = {
  severity: NewIncident["severity"];
  error: string | undefined;
  onSeverity: (severity: NewIncident["severity"]) => void;
};

function SeverityRow({ severity, error, onSeverity }: SeverityRowProps) {
  return (
    <FormRow
      label="Severity"
      hint="The highest severity that the incident reached sets the review template and the approvers."
      error={error}
    >
      <Options
        label="Severity"
        labelHidden
        columns={4}
        value={severity === null ? null : String(severity)}
        onChange={(value) => onSeverity(SEVERITIES.find((level) => String(level) === value) ?? null)}
        options={SEVERITIES.map((level) => ({
          value: String(level),
          label: <SevTag level={level} />,
          consequence: SEVERITY_MEANING[level],
        }))}
      />
    </FormRow>
  );
}

type ButtonsProps = { fileCount: number; isCreating: boolean; onCreateAndImport: () => void };

function Buttons({ fileCount, isCreating, onCreateAndImport }: ButtonsProps) {
  return (
    <div className={styles.end}>
      <Button
        className={styles.create}
        kind="primary"
        size="lg"
        type="submit"
        keys="mod+Enter"
        busy={isCreating}
        busyLabel="Creating"
      >
        {fileCount > 0 ? `Create and check ${countWords(fileCount, "file")}` : "Create incident"}
      </Button>
      {fileCount === 0 ? (
        <Button kind="ghost" size="lg" onClick={onCreateAndImport}>
          Create and import
        </Button>
      ) : null}
      <ButtonLink kind="ghost" size="lg" href="/incidents" className={layoutStyles.atEnd} keys="Esc">
        Cancel
      </ButtonLink>
    </div>
  );
}
