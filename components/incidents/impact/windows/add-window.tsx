"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { typedWords } from "#lib/base/time/instant-words.ts";
import { DEFAULT_WEIGHTS } from "#lib/base/vocabulary/impact.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import { readTypedTime, readTypedWeight } from "../typed-time.ts";
import type { NewWindow } from "../use-write-windows.ts";

type AddWindowProps = {
  incident: Incident;
  milestones: Metrics["milestones"];
  windows: readonly ImpactWindow[];
  zone: string;
  nowMs: number;
  onAdd: (window: NewWindow) => Promise<string | null>;
  onAdded: (id: string) => void;
  onClose: () => void;
};

/** Adds a window by typing. It starts at the end of the last one, or at the start of impact. */
export function AddWindow(props: AddWindowProps) {
  const { incident, zone, onClose } = props;
  const { first, fields, set, problems, isSaving, isTried, send } = useNewWindow(props);
  if (!first) return <NoService incidentKey={incident.key} onClose={onClose} />;
  return (
    <FormDialog
      title="Add an impact window"
      confirm="Add window"
      isBusy={isSaving}
      busyLabel="Adding"
      onSend={send}
      onClose={onClose}
    >
      <Field label="Service">
        <Combobox
          label="Service"
          value={fields.serviceId}
          options={incident.services.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => set({ serviceId: id ?? first.id })}
        />
      </Field>
      <Field label={`From, ${zone}`} error={problems.from}>
        <Input value={fields.from} autoComplete="off" onChange={(event) => set({ from: event.target.value })} />
      </Field>
      <Field label={`To, ${zone}`} hint="Leave empty if it hasn't ended" error={problems.to}>
        <Input value={fields.to} autoComplete="off" onChange={(event) => set({ to: event.target.value })} />
      </Field>
      <Field
        label="Weight"
        hint="The share of the service that users lost: 1 for all, 0.3 for a partial outage, 0 for slow but working"
        error={isTried ? problems.weight : undefined}
      >
        <Input value={fields.weight} autoComplete="off" onChange={(event) => set({ weight: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

function NoService({ incidentKey, onClose }: { incidentKey: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a service first"
      description="Each window belongs to a service and counts against its target. Add services under the incident's title."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Close
          </Button>
          <ButtonLink href={`/incidents/${incidentKey}`}>Go to the timeline</ButtonLink>
        </>
      }
    />
  );
}

/** The fields of a new window, their errors, and the step that adds it. */
function useNewWindow({ incident, milestones, windows, zone, nowMs, onAdd, onAdded, onClose }: AddWindowProps) {
  const [first] = incident.services;
  const near = nextStart(incident, milestones, windows);
  const [fields, setFields] = useState(() => {
    const end = milestones.find(({ name }) => name === "resolved")?.at ?? incident.resolvedAt;
    const isLater = end !== null && Date.parse(end) > Date.parse(near);
    return {
      serviceId: first?.id ?? "",
      from: typedWords(near, zone, true),
      to: isLater ? typedWords(end, zone, true) : "",
      weight: "1",
    };
  });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const [isSaving, setSaving] = useState(false);
  const [isTried, setTried] = useState(false);

  const start = readTypedTime(fields.from, { near, zone, nowMs, mayBeOpen: false });
  const end = readTypedTime(fields.to, {
    near: start.ok && start.at !== null ? start.at : near,
    zone,
    nowMs,
    mayBeOpen: true,
  });
  const share = readTypedWeight(fields.weight);
  const isBackwards =
    start.ok && end.ok && start.at !== null && end.at !== null && Date.parse(end.at) <= Date.parse(start.at);
  const problems = {
    from: start.ok ? undefined : start.reason,
    to: end.ok ? (isBackwards ? "Enter an end after the start" : undefined) : end.reason,
    weight: share === null ? "Enter a share from 0 to 1, or a percentage" : undefined,
  };
  const add = async (window: NewWindow) => {
    setSaving(true);
    const id = await onAdd(window);
    setSaving(false);
    if (id === null) return;
    onAdded(id);
    onClose();
  };
  const send = () => {
    setTried(true);
    if (!start.ok || start.at === null || !end.ok || isBackwards || share === null) return false;
    const isDefault = Object.values<number>(DEFAULT_WEIGHTS).includes(share);
    const basis = isDefault ? "default" : "estimated";
    void add({ serviceId: fields.serviceId, from: start.at, to: end.at, weight: share, basis });
    return true;
  };
  return { first, fields, set, problems, isSaving, isTried, send };
}

function nextStart(incident: Incident, milestones: Metrics["milestones"], windows: readonly ImpactWindow[]): string {
  const ends = windows.flatMap(({ to }) => (to === null ? [] : [Date.parse(to)]));
  if (ends.length > 0) return new Date(Math.max(...ends)).toISOString();
  return milestones.find(({ name }) => name === "impact_started")?.at ?? incident.startedAt;
}
