"use client";

import { type ReactNode, useId } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { POINT_ANSWER_WORDS, POINT_ANSWERS, type PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionEvidence } from "#lib/contract/action-evidence.ts";
import { evidenceByPoint } from "#lib/follow/action-item/evidence.ts";
import { EvidenceList, type Pointing } from "../evidence-list.tsx";
import styles from "./point-rows.module.css";
import type { Given } from "./verification.ts";

interface PointRowsProps {
  actionKey: string;
  points: readonly string[];
  given: Given;
  onAnswer: (point: string, answer: PointAnswer) => void;
  evidence: readonly ActionEvidence[];
  /** Removes a piece. Left out if that isn't possible. */
  onRemove?: ((piece: ActionEvidence) => void) | undefined;
  /** Left out if the points can't be changed. */
  onPoint?: Pointing["onPoint"] | undefined;
  /** Shown after the evidence, such as who implemented it. */
  children: ReactNode;
}

/**
 * The promise of an action, point by point, each with its evidence and its answer, and below them the evidence for all.
 * A single point has all of it.
 */
export function PointRows({
  actionKey,
  points,
  given,
  onAnswer,
  evidence,
  onRemove,
  onPoint,
  children,
}: PointRowsProps) {
  const id = useId();
  const { ofPoints, ofAll } = evidenceByPoint(points, evidence);
  const pointing = onPoint && { points, onPoint };
  const hasOwn = ofAll.length < evidence.length;
  const isOne = points.length === 1;
  const rest = (
    <>
      {evidence.length === 0 ? <p className={textStyles.muted}>No evidence yet</p> : null}
      <EvidenceList evidence={ofAll} onRemove={onRemove} pointing={pointing} />
      {children}
    </>
  );
  return (
    <div className={styles.frame}>
      <div className={styles.columns}>
        <p id={`${id}-points`} className={styles.head}>
          Done when
        </p>
        <p className={cx(styles.head, styles.headOfEvidence)} aria-hidden="true">
          Evidence, and how it was checked
        </p>
      </div>
      {points.length === 0 ? <p className={textStyles.muted}>Not set</p> : null}
      <ol className={styles.points} aria-labelledby={`${id}-points`}>
        {points.map((point, at) => (
          <li key={point} className={styles.columns}>
            <div className={styles.point}>
              <span className={cx(textStyles.figure, styles.number)} aria-hidden="true">
                {at + 1}
              </span>
              <span className={cx(textStyles.prose, textStyles.breaksAnywhere)}>{point}</span>
              <Seg
                className={styles.answer}
                label={`${actionKey}, answer to: ${point}`}
                value={given.get(point) ?? "not_checked"}
                options={POINT_ANSWERS.map((value) => ({ value, label: POINT_ANSWER_WORDS[value] }))}
                onChange={(value) => onAnswer(point, POINT_ANSWERS.find((one) => one === value) ?? "not_checked")}
              />
            </div>
            <div>
              <EvidenceList evidence={ofPoints[at] ?? []} isOfPoint onRemove={onRemove} pointing={pointing} />
              {isOne ? rest : null}
            </div>
          </li>
        ))}
      </ol>
      {isOne ? null : (
        <section aria-labelledby={`${id}-evidence`} className={styles.columns}>
          <p id={`${id}-evidence`} className={styles.head}>
            {hasOwn ? "Evidence for all points" : "Evidence, and how it was checked"}
          </p>
          <div>
            {hasOwn && ofAll.length === 0 ? <p className={textStyles.muted}>None</p> : null}
            {rest}
          </div>
        </section>
      )}
    </div>
  );
}
