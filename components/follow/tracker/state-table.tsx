"use client";

import { Select } from "#components/ui/choices/select.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { ACTION_STATUS_WORDS, ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { STATUSES_FROM_THERE, TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Tracker, TrackerMapping } from "#lib/contract/tracker.ts";
import { REMOTE_STATES, type RemoteState } from "#lib/follow/tracker/remote-issue.ts";
import styles from "./mapping-editor.module.css";
import { VENDOR_WORDS } from "./tracker-words.ts";

export interface MappingPartProps {
  tracker: Tracker;
  mapping: TrackerMapping;
  onChange: (patch: Partial<TrackerMapping>) => void;
}

const STATE_KEYS = ["open", "started", "completed"] as const;
type LabelKey = "inProgressLabel" | "blockedLabel" | "priorityLabel";

/** The states and labels of each side in the words of the other. */
export function StateTable({ tracker, mapping, onChange }: MappingPartProps) {
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  const { notPlanned } = VENDOR_WORDS[tracker.vendor];
  const words: Record<RemoteState, string> = {
    ...{ open: "open", started: "in progress", completed: "closed, completed", not_planned: notPlanned },
  };
  const labelInput = (key: LabelKey, name: string, placeholder: string) => (
    <Input
      aria-label={name}
      placeholder={placeholder}
      spellCheck={false}
      maxLength={LENGTHS.tracker.label}
      value={mapping[key] ?? ""}
      onChange={({ target }) => onChange({ [key]: target.value.trimStart() === "" ? null : target.value })}
    />
  );
  const take = (state: keyof typeof STATUSES_FROM_THERE, value: string) => {
    const status = STATUSES_FROM_THERE[state].find((one) => one === value) ?? null;
    onChange({ statesHere: { ...mapping.statesHere, [state]: status } });
  };
  const send = (status: ActionStatus, value: string) => {
    const state = REMOTE_STATES.find((one) => one === value) ?? null;
    onChange({ statesThere: { ...mapping.statesThere, [status]: state } });
  };
  return (
    <div className={styles.states}>
      <dl className={styles.state}>
        <div>
          <dt>From {label}</dt>
        </div>
        {STATE_KEYS.map((state) => (
          <div key={state}>
            <dt>{words[state]}</dt>
            <dd>
              <Select
                aria-label={`Status here for ${words[state]}`}
                value={mapping.statesHere[state] ?? ""}
                options={[
                  ...STATUSES_FROM_THERE[state].map((value) => ({ value, label: ACTION_STATUS_WORDS[value] })),
                  { value: "", label: "Stays as it is" },
                ]}
                onChange={({ target }) => take(state, target.value)}
              />
            </dd>
          </div>
        ))}
        <div>
          <dt>{notPlanned}</dt>
          <dd>asks the owner whether to decline</dd>
        </div>
        <div>
          <dt>Label for work in progress</dt>
          <dd>{labelInput("inProgressLabel", "Label for work in progress", "doing")}</dd>
        </div>
        <div>
          <dt>Other labels for it</dt>
          <dd>
            <Input
              aria-label="Other labels for work in progress, with commas"
              placeholder="review, testing"
              spellCheck={false}
              value={mapping.startedLabels.join(", ")}
              onChange={({ target }) => onChange({ startedLabels: labelsIn(target.value) })}
            />
          </dd>
        </div>
      </dl>
      <dl className={styles.state}>
        <div>
          <dt>To {label}</dt>
        </div>
        {ACTION_STATUSES.map((status) => (
          <div key={status}>
            <dt>{ACTION_STATUS_WORDS[status]}</dt>
            <dd>
              <Select
                aria-label={`State there for ${ACTION_STATUS_WORDS[status]}`}
                value={mapping.statesThere[status] ?? ""}
                options={[
                  ...REMOTE_STATES.map((value) => ({ value, label: words[value] })),
                  { value: "", label: "Stays as it is" },
                ]}
                onChange={({ target }) => send(status, target.value)}
              />
            </dd>
          </div>
        ))}
        <div>
          <dt>Blocked</dt>
          <dd>{labelInput("blockedLabel", "Label for blocked actions", "blocked")}</dd>
        </div>
        <div>
          <dt>Priority P1</dt>
          <dd className={styles.prefix}>
            {labelInput("priorityLabel", "Prefix of the priority label", "priority: ")}
            <code>{mapping.priorityLabel ? `${mapping.priorityLabel}P1` : ""}</code>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** A comma or space at the end stays while someone types, as an empty label that is never saved. */
const labelsIn = (text: string): string[] =>
  text.trim() === "" ? [] : text.split(",").map((label) => label.trimStart());
