"use client";

import { useState } from "react";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { POINT_ANSWER_WORDS, POINT_ANSWERS, type PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { useActionItem } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";
import styles from "./verify-dialog.module.css";

interface VerifyDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** Shows what was promised next to its evidence, and asks about each point. Verified is the only "done". */
export function VerifyDialog({ rows, onClose }: VerifyDialogProps) {
  const { change } = useEditLayer();
  const [note, setNote] = useState("");
  const [given, setGiven] = useState<ReadonlyMap<number, PointAnswer>>(new Map());
  const [isTried, setTried] = useState(false);
  const only = rows.length === 1;
  const isMissing = [...given.values()].includes("not_met");
  const points = useActionItem(rows[0]?.key ?? "").data?.points;
  const reason = note.trim();
  const answers = [...given].map(([point, answer]) => ({ point, answer }));
  const checked = { ...(answers.length > 0 ? { answers } : {}), ...(reason ? { reason } : {}) };
  const sendBack = () => {
    setTried(true);
    if (reason) change(rows, { kind: "step", to: "in_progress", ...checked });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={only ? `Verify ${rows[0]?.key}?` : `Verify ${rows.length} actions?`}
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
              disabledReason={only ? whyNotYet(points, given) : undefined}
              onClick={() => change(rows, { kind: "step", to: "verified", ...checked })}
            >
              Verify
            </Button>
          )}
        </>
      }
    >
      {rows.map((row) => (
        <Promised
          key={row.key}
          row={row}
          given={given}
          onAnswer={only ? (point, answer) => setGiven(new Map(given).set(point, answer)) : undefined}
        />
      ))}
      <Field
        label={isMissing ? "What is missing" : "How you checked it"}
        optional={!isMissing}
        hint={isMissing ? "An action with a point that isn’t met can’t be verified" : undefined}
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

/** Returns why an action can't be verified yet, or undefined if it can. Its points can still be loading. */
export function whyNotYet(points: readonly string[] | undefined, given: ReadonlyMap<number, PointAnswer>) {
  if (points === undefined) return "Its points aren’t loaded yet";
  return points.some((_, at) => given.get(at + 1) !== "met") ? "Check each point first" : undefined;
}

interface PromisedProps {
  row: ActionItemRow;
  given: ReadonlyMap<number, PointAnswer>;
  /** Left out for several actions at once, whose points aren't asked. */
  onAnswer: ((point: number, answer: PointAnswer) => void) | undefined;
}

/** What an action promised, its evidence, and who implemented it. */
export function Promised({ row, given, onAnswer }: PromisedProps) {
  const read = useActionItem(row.key);
  const item = read.data;
  if (!item && read.isError) return <NotRead what={row.key} error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className="stack tighter">
      <b className="medium">{row.title}</b>
      <dl className={styles.promised}>
        <dt>Done when</dt>
        <dd>
          {item && item.points.length > 0 ? (
            <ol className={styles.points}>
              {item.points.map((point, at) => (
                <li key={point}>
                  <span className="anywhere">{point}</span>
                  {onAnswer ? (
                    <Seg
                      label={`Answer to: ${point}`}
                      value={given.get(at + 1) ?? "not_checked"}
                      options={POINT_ANSWERS.map((value) => ({ value, label: POINT_ANSWER_WORDS[value] }))}
                      onChange={(value) =>
                        onAnswer(at + 1, POINT_ANSWERS.find((one) => one === value) ?? "not_checked")
                      }
                    />
                  ) : null}
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
