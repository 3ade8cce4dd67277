"use client";

import { useState } from "react";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import {
  ACTION_EVIDENCE_KIND_WORDS,
  ACTION_EVIDENCE_KINDS,
  type ActionEvidenceKind,
} from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { evidenceKindOf, wrongPart } from "#lib/follow/action-item/evidence.ts";
import { fileFault } from "#lib/incidents/evidence/limits.ts";
import { PointField } from "../point-field.tsx";
import { useActionItem } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";
import { FileField, PastedFile } from "./file-field.tsx";
import { MethodField } from "./method-field.tsx";

const HAS_URL: readonly ActionEvidenceKind[] = ["link", "change", "query"];
const HAS_TEXT: readonly ActionEvidenceKind[] = ["query", "text"];

interface AddEvidenceProps {
  row: ActionItemRow;
  /** It shows whether the action worked, as part of the last answer. */
  ofEffect?: boolean;
  onClose: () => void;
}

/** Adds a piece of evidence to an action, with how it was checked. */
export function AddEvidenceDialog({ row, ofEffect = false, onClose }: AddEvidenceProps) {
  const { change, sent } = useEditLayer();
  const [kind, setKind] = useState<ActionEvidenceKind>("link");
  const [url, setUrl] = useState("");
  const [text, setText] = useState("");
  const [eventId, setEventId] = useState("");
  const [method, setMethod] = useState("");
  const [point, setPoint] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const item = useActionItem(row.key).data;
  const points = ofEffect ? [] : (item?.points ?? []);
  const place = points.indexOf(point) + 1;
  const [isTried, setTried] = useState(false);
  const evidence = {
    kind,
    ...(HAS_URL.includes(kind) && url.trim() ? { url: url.trim() } : {}),
    ...(HAS_TEXT.includes(kind) ? { text: text.trim() } : {}),
    ...(kind === "event" ? { eventId } : {}),
    ...(kind === "file" && file ? { file } : {}),
  };
  const wrong = wrongPart(evidence) ?? wrongUrl(evidence.url);
  const error = (field: string) => (isTried && wrong?.field === field ? wrong.message : undefined);
  const send = () => {
    setTried(true);
    if (wrong || !method.trim() || (kind === "file" && file !== null && fileFault(file.size))) return false;
    change([row], {
      kind: "evidence_added",
      evidence: {
        ...{ ...evidence, method: method.trim() },
        ...(place ? { point: place } : {}),
        ...(ofEffect ? { ofEffect } : {}),
      },
    });
    return true;
  };
  const kinds = ACTION_EVIDENCE_KINDS.filter((one) => one !== "event" || row.incident !== null);
  return (
    <FormDialog
      title={ofEffect ? `Add evidence of whether ${row.key} worked` : `Add evidence to ${row.key}`}
      widthPx={560}
      confirm="Add evidence"
      isBusy={sent !== null}
      busyLabel="Sending the file"
      hasInput={file !== null}
      onSend={send}
      onClose={onClose}
    >
      <Field label="Type">
        <Select
          value={kind}
          options={kinds.map((value) => ({ value, label: ACTION_EVIDENCE_KIND_WORDS[value] }))}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? "link")}
        />
      </Field>
      {HAS_TEXT.includes(kind) ? (
        <Field label={kind === "query" ? "Query" : "What was seen"} error={error("text")}>
          <Textarea
            rows={3}
            maxLength={LENGTHS.actionItem.evidence}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
      ) : null}
      {HAS_URL.includes(kind) ? (
        <Field
          label="URL"
          optional={kind === "query"}
          hint={kind === "query" ? undefined : "The title is read from the page"}
          error={error("url")}
        >
          <Input type="url" maxLength={LENGTHS.url} value={url} onChange={({ target }) => setUrl(target.value)} />
        </Field>
      ) : null}
      {kind === "event" && row.incident ? (
        <Field label="Event" error={error("eventId")}>
          <EventField incidentKey={row.incident.key} value={eventId} onChange={setEventId} />
        </Field>
      ) : null}
      {kind === "file" ? (
        <FileField file={file} error={error("file")} onChange={setFile} />
      ) : (
        <PastedFile
          onFile={(pasted) => {
            setKind("file");
            setFile(pasted);
          }}
        />
      )}
      <PointField points={points} value={point} onChange={setPoint} />
      <MethodField value={method} isTried={isTried} onChange={setMethod} />
    </FormDialog>
  );
}

/** Returns what is wrong with an address that isn't one, before it is sent. */
const wrongUrl = (url: string | undefined) =>
  url !== undefined && evidenceKindOf(url) === "text"
    ? { field: "url", message: "Enter a URL that starts with https:// or http://" }
    : null;

function EventField({
  incidentKey,
  value,
  onChange,
}: {
  incidentKey: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { events } = useEvents(incidentKey);
  return (
    <Combobox
      label="Event"
      value={value}
      options={events.map(({ id, number, title }) => ({ value: id, label: `E${number} ${title}` }))}
      onChange={onChange}
    />
  );
}
