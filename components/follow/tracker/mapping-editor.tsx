"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight, ArrowRight, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import type { EditedFields } from "#components/base/api/use-edited-fields.ts";
import { useKeptFields } from "#components/base/api/use-kept-fields.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { createDrafts } from "#components/ui/page/kept-drafts.ts";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import {
  SYNCED_FIELD_WORDS,
  SYNCED_FIELDS,
  type SyncedField,
  TRACKER_VENDOR_WORDS,
} from "#lib/base/vocabulary/issue-tracker.ts";
import type { Tracker, TrackerMapping } from "#lib/contract/tracker.ts";
import { firstMapping } from "#lib/follow/tracker/mapping.ts";
import { IssueTemplateFields } from "./issue-template-fields.tsx";
import styles from "./mapping-editor.module.css";
import { MappingPreview } from "./mapping-preview.tsx";
import { type MappingPartProps, StateTable } from "./state-table.tsx";
import { RULE_WORDS, remoteWords } from "./tracker-words.ts";

/** The server reads no more of them for a preview. */
const MOST_PREVIEWED = 25;
const ONE_WAY: ReadonlySet<SyncedField> = new Set(["priority", "doneWhen"]);
const LABELS = {
  ...{ fields: "fields", inProgressLabel: "label for work in progress" },
  ...{ blockedLabel: "label for blocked actions", priorityLabel: "label of the priority" },
  ...{ startedLabels: "other labels for work in progress", statesHere: "states from there" },
  ...{ statesThere: "states to there", template: "template of a new issue" },
};
/** Shown for a moment, while a connection isn't read. */
const NONE = { ...firstMapping("github"), fields: [], startedLabels: [] };
/** Mappings that aren't saved, each by its connection and person. */
const drafts = createDrafts<EditedFields<TrackerMapping> | null>({ blank: null, isWritten: (kept) => kept !== null });
const mappingOf = (tracker: Tracker | null): TrackerMapping => tracker?.mapping ?? NONE;

/** Which fields are kept in sync, what the states become on each side, and what a change of it would do. */
export function MappingEditor({ tracker }: { tracker: Tracker }) {
  const client = useQueryClient();
  const name = `${tracker.id} ${useMe()?.id}`;
  const {
    fields: mapping,
    set,
    isTyped,
    version,
    clashes,
    takeTheirs,
  } = useKeptFields(tracker, mappingOf, {
    drafts,
    name,
  });
  const [isBusy, setBusy] = useState(false);
  const [previewed, setPreviewed] = useState<TrackerMapping | null>(null);
  const change = (patch: Partial<TrackerMapping>) => {
    set(patch);
    setPreviewed(null);
  };
  const wanted = {
    ...mapping,
    // One that is still being typed.
    startedLabels: mapping.startedLabels.map((label) => label.trim()).filter((label) => label !== ""),
  };
  const save = async () => {
    setBusy(true);
    try {
      await api.tracker.update({ id: tracker.id, version: version ?? tracker.version, mapping: wanted });
      toastDone("Mapping saved. All linked issues are compared now.");
      setPreviewed(null);
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      setBusy(false);
      await refresh(client, "tracker");
    }
  };
  return (
    <Section
      id="tracker-mapping"
      title="Mapping"
      count="applies to all linked issues"
      wraps
      right={
        <span className={styles.steps}>
          {isTyped ? (
            <>
              <Button kind="ghost" onClick={() => change(mappingOf(tracker))}>
                Discard
              </Button>
              <Button kind="primary" busy={isBusy} busyLabel="Saving" onClick={() => void save()}>
                Save
              </Button>
            </>
          ) : null}
          <Button onClick={() => setPreviewed(wanted)}>
            Preview on {countWords(Math.min(tracker.linked, MOST_PREVIEWED), "issue")}
          </Button>
        </span>
      }
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <FieldTable tracker={tracker} mapping={mapping} onChange={change} />
      <StateTable tracker={tracker} mapping={mapping} onChange={change} />
      <Note className={styles.promise}>
        <ShieldCheck size={14} />
        <span>
          <b>Closing an issue never verifies an action.</b> It moves to To verify, and a second person verifies it here.
        </span>
      </Note>
      <IssueTemplateFields tracker={tracker} mapping={wanted} onChange={change} />
      {previewed ? <MappingPreview trackerId={tracker.id} mapping={previewed} /> : null}
    </Section>
  );
}

function FieldTable({ tracker, mapping, onChange }: MappingPartProps) {
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  const remote = remoteWords(tracker.vendor);
  const turn = (field: SyncedField, isOn: boolean) =>
    onChange({ fields: SYNCED_FIELDS.filter((one) => (one === field ? isOn : mapping.fields.includes(one))) });
  return (
    <Table caption="Fields" stacks className={styles.fields}>
      <thead>
        <tr>
          <HeadCell>Here</HeadCell>
          <HeadCell>
            <span className={textStyles.visuallyHidden}>Direction</span>
          </HeadCell>
          <HeadCell>On {label}</HeadCell>
          <HeadCell>When both changed</HeadCell>
        </tr>
      </thead>
      <tbody>
        {SYNCED_FIELDS.map((field) => {
          const isOn = mapping.fields.includes(field);
          const isOneWay = ONE_WAY.has(field);
          return (
            <Row key={field} ended={!isOn}>
              <td>{SYNCED_FIELD_WORDS[field]}</td>
              <td>
                {isOneWay ? <ArrowRight size={14} /> : <ArrowLeftRight size={14} />}
                <span className={textStyles.visuallyHidden}>{isOneWay ? `only to ${label}` : "both ways"}</span>
              </td>
              <td>
                <Select
                  aria-label={`${SYNCED_FIELD_WORDS[field]} on ${label}`}
                  value={isOn ? "on" : "off"}
                  options={[
                    { value: "on", label: remote[field] },
                    { value: "off", label: "Not synced" },
                  ]}
                  onChange={({ target }) => turn(field, target.value === "on")}
                />
              </td>
              <td className={textStyles.caption}>{isOn ? RULE_WORDS[field] : "each side has its own"}</td>
            </Row>
          );
        })}
        <Row>
          <td>Comments</td>
          <td />
          <td className={textStyles.secondary}>Not synced</td>
          <td className={textStyles.caption}>a created issue links to its action</td>
        </Row>
      </tbody>
    </Table>
  );
}
