"use client";

import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useActionItem } from "../use-action-item.ts";
import { PointRows } from "./point-rows.tsx";
import { type Given, useVerification, type Verification } from "./verification.ts";
import styles from "./verify-dialog.module.css";

interface VerifyDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** Shows what was promised next to its evidence, and asks about each point. Verified is the only "done". */
export function VerifyDialog({ rows, onClose }: VerifyDialogProps) {
  const verification = useVerification(rows);
  const { checks, ready, isMissing, isBusy, givenTo, answer, verify, sendBack, isWritten, drop } = verification;
  const leave = () => {
    drop();
    onClose();
  };
  const [first] = checks;
  const only = checks.length === 1 ? first : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || leave()}
      hasInput={isWritten}
      title={only ? `Verify ${only.row.key}?` : `Verify ${rows.length} actions?`}
      description="Confirm that you checked the end state. Your name is recorded."
      widthPx={720}
      actions={
        <>
          <Button kind="ghost" onClick={leave}>
            Cancel
          </Button>
          {isMissing ? (
            <Button kind="primary" busy={isBusy} onClick={sendBack}>
              Send back
            </Button>
          ) : (
            <Button
              kind="primary"
              busy={isBusy}
              disabledReason={ready > 0 ? undefined : first?.reason}
              onClick={verify}
            >
              {only || ready === rows.length ? "Verify" : `Verify ${ready} of ${rows.length}`}
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
          onAnswer={(point, given) => answer(row.key, point, given)}
        />
      ))}
      {only ? null : <LeftOut checks={checks} />}
      <VerificationNote verification={verification} />
    </Dialog>
  );
}

/** How it was checked, or what is missing. */
export function VerificationNote({ verification }: { verification: Verification }) {
  const { asksWhatIsMissing, note, noteError, noteField, setNote } = verification;
  return (
    <Field
      label={asksWhatIsMissing ? "What is missing" : "How you checked it"}
      optional={!asksWhatIsMissing}
      hint={asksWhatIsMissing ? "You can verify an action once every point of “Done when” is met" : undefined}
      error={noteError}
    >
      <Textarea
        ref={noteField}
        rows={2}
        maxLength={LENGTHS.actionItem.reason}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Field>
  );
}

/** Names those of several actions that stay to verify, with the reason. */
export function LeftOut({ checks }: Pick<Verification, "checks">) {
  const left = checks.filter(({ reason }) => reason !== undefined);
  if (left.length === 0) return null;
  return (
    <section aria-label="Left out" className={styles.leftOut}>
      <b className={textStyles.emphasis}>
        {left.length === 1 ? "1 action is left out" : `${left.length} actions are left out`}
      </b>
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
  onAnswer: (point: string, answer: PointAnswer) => void;
}

/** The conditions of an action, its evidence, and who implemented it. */
export function Promised({ row, given, onAnswer }: PromisedProps) {
  const read = useActionItem(row.key);
  const item = read.data;
  if (!item && read.isError) return <NotRead what={row.key} error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className={styles.promised}>
      <b className={textStyles.emphasis}>
        <span className={textStyles.figure}>{row.key}</span> {row.title}
      </b>
      {item ? (
        <PointRows
          actionKey={row.key}
          points={item.points}
          given={given}
          onAnswer={onAnswer}
          evidence={item.evidenceList}
        >
          <p className={textStyles.note}>Implemented by {item.implementedBy?.name ?? "someone unknown"}</p>
        </PointRows>
      ) : (
        <p className={textStyles.muted}>Loading</p>
      )}
    </div>
  );
}
