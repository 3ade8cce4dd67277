"use client";

import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { replacedBy } from "../edit/keep-focus.ts";
import { PointRows } from "../edit/point-rows.tsx";
import type { Verification } from "../edit/verification.ts";
import { VerificationNote } from "../edit/verify-dialog.tsx";
import { EditText, Missing } from "./action-texts.tsx";
import { AddEvidence, DoneBy, usePointEvidence, useRemoveEvidence } from "./evidence-section.tsx";
import styles from "./verify-section.module.css";

interface VerifySectionProps {
  item: ActionItem;
  level: 2 | 3;
  verification: Verification;
}

/** The promise next to its evidence, for the person who verifies it. */
export function VerifySection({ item, level, verification }: VerifySectionProps) {
  const { givenTo, answer, isBusy, sendBack } = verification;
  const { key, points } = item;
  const given = givenTo(key);
  const answered = points.filter((point) => (given.get(point) ?? "not_checked") !== "not_checked").length;
  return (
    <Section
      id="done-when"
      title="Done when, and what shows it"
      level={level}
      count={points.length === 0 ? undefined : `${countWords(points.length, "point")}, ${answered} answered`}
      right={
        <>
          <EditText field="doneWhen" item={item} text={item.doneWhen} />
          {!item.doneWhen && item.abilities.edit ? (
            <Missing field="doneWhen" item={item} words="Describe the end state" />
          ) : null}
          <AddEvidence item={item} />
        </>
      }
    >
      <PointRows
        actionKey={key}
        points={points}
        given={given}
        onAnswer={(point, found) => answer(key, point, found)}
        evidence={item.evidenceList}
        onRemove={useRemoveEvidence(item)}
        onPoint={usePointEvidence(item)}
      >
        <DoneBy item={item} />
      </PointRows>
      <div {...replacedBy("verification")} className={cx(layoutStyles.tighterStack, styles.note, "noprint")}>
        <VerificationNote verification={verification} />
        <Button className={styles.back} busy={isBusy} onClick={sendBack}>
          Send back
        </Button>
      </div>
    </Section>
  );
}
