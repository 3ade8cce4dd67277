"use client";

import { useState } from "react";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { POINT_ANSWER_WORDS, POINT_ANSWERS, type PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { useActionItem, useActionItems } from "../use-action-item.ts";
import type { Change } from "./change.ts";
import { useEditLayer } from "./edit-context.ts";
import styles from "./verify-dialog.module.css";

interface VerifyDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

type Given = ReadonlyMap<number, PointAnswer>;
const NONE_GIVEN: Given = new Map();

/** Shows what was promised next to its evidence, and asks about each point. Verified is the only "done". */
export function VerifyDialog({ rows, onClose }: VerifyDialogProps) {
  const { change, changeEach } = useEditLayer();
  const [note, setNote] = useState("");
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map());
  const [isTried, setTried] = useState(false);
  const givenTo = (key: string) => given.get(key) ?? NONE_GIVEN;
  const reads = useActionItems(rows.map(({ key }) => key));
  const checks = rows.map((row, at) => ({ row, reason: whyNotYet(reads[at]?.data?.points, givenTo(row.key)) }));
  const [first] = checks;
  const only = checks.length === 1 ? first : undefined;
  const isMissing = only !== undefined && isNotMet(givenTo(only.row.key));
  const ready = checks.filter(({ reason: why }) => why === undefined);
  const reason = note.trim();
  const stepOf = (key: string, to: "verified" | "in_progress"): Change => {
    const answers = [...givenTo(key)].map(([point, answer]) => ({ point, answer }));
    return { kind: "step", to, ...(answers.length > 0 ? { answers } : {}), ...(reason ? { reason } : {}) };
  };
  const sendBack = () => {
    setTried(true);
    if (reason && only) change([only.row], stepOf(only.row.key, "in_progress"));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={only ? `Verify ${only.row.key}?` : `Verify ${rows.length} actions?`}
      description="Confirm that you checked the end state. Your name is recorded."
      widthPx={640}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          {isMissing ? (
            <Button kind="primary" onClick={sendBack}>
              Send back
            </Button>
          ) : (
            <Button
              kind="primary"
              disabledReason={ready.length > 0 ? undefined : first?.reason}
              onClick={() => changeEach(ready.map(({ row }) => ({ row, change: stepOf(row.key, "verified") })))}
            >
              {only || ready.length === rows.length ? "Verify" : `Verify ${ready.length} of ${rows.length}`}
            </Button>
          )}
        </>
      }
    >
      {rows.map((row) => (
        <Promised
          key={row.key}
          row={row}
          given={givenTo(row.key)}
          onAnswer={(point, answer) =>
            setGiven(new Map(given).set(row.key, new Map(givenTo(row.key)).set(point, answer)))
          }
        />
      ))}
      {only ? null : <LeftOut checks={checks} />}
      <Field
        label={isMissing ? "What is missing" : "How you checked it"}
        optional={!isMissing}
        hint={isMissing ? "You can verify an action once every point of “Done when” is met" : undefined}
        error={isTried && isMissing && !reason ? "Enter what is missing" : undefined}
      >
        <Textarea
          rows={2}
          maxLength={LENGTHS.actionItem.reason}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}

const isNotMet = (given: Given) => [...given.values()].includes("not_met");

/** Returns why an action can't be verified yet, or undefined if it can. Its points can still be loading. */
export function whyNotYet(points: readonly string[] | undefined, given: Given) {
  if (points === undefined) return "Its points are still loading";
  if (isNotMet(given)) return "A point isn’t met. Send it back on its own";
  return points.some((_, at) => given.get(at + 1) !== "met") ? "Check each point first" : undefined;
}

interface LeftOutProps {
  checks: readonly { row: ActionItemRow; reason: string | undefined }[];
}

/** Names those of several actions that stay to verify, with the reason. */
export function LeftOut({ checks }: LeftOutProps) {
  const left = checks.filter(({ reason }) => reason !== undefined);
  if (left.length === 0) return null;
  return (
    <section aria-label="Left out" className={styles.leftOut}>
      <b className="medium">{left.length === 1 ? "1 action is left out" : `${left.length} actions are left out`}</b>
      <ul>
        {left.map(({ row, reason }) => (
          <li key={row.key}>
            <TextLink href={`/actions/${row.key}`}>{row.key}</TextLink> {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PromisedProps {
  row: ActionItemRow;
  given: Given;
  onAnswer: (point: number, answer: PointAnswer) => void;
}

/** The conditions of an action, its evidence, and who implemented it. */
export function Promised({ row, given, onAnswer }: PromisedProps) {
  const read = useActionItem(row.key);
  const item = read.data;
  if (!item && read.isError) return <NotRead what={row.key} error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className="stack tighter">
      <b className="medium">
        <span className="num">{row.key}</span> {row.title}
      </b>
      <dl className={styles.promised}>
        <dt>Done when</dt>
        <dd>
          {item && item.points.length > 0 ? (
            <ol className={styles.points}>
              {item.points.map((point, at) => (
                <li key={point}>
                  <span className="anywhere">{point}</span>
                  <Seg
                    label={`${row.key}, answer to: ${point}`}
                    value={given.get(at + 1) ?? "not_checked"}
                    options={POINT_ANSWERS.map((value) => ({ value, label: POINT_ANSWER_WORDS[value] }))}
                    onChange={(value) => onAnswer(at + 1, POINT_ANSWERS.find((one) => one === value) ?? "not_checked")}
                  />
                </li>
              ))}
            </ol>
          ) : (
            <span className="muted">{item ? "Not set" : "Loading"}</span>
          )}
        </dd>
        <dt>Evidence</dt>
        <dd>{item ? <EvidenceList evidence={item.evidenceList} /> : <span className="muted">Loading</span>}</dd>
        <dt>By</dt>
        <dd>{item?.implementedBy?.name ?? <span className="muted">{item ? "Unknown" : "Loading"}</span>}</dd>
      </dl>
    </div>
  );
}
