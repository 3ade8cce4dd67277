"use client";

import { type ReactNode, useId } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { POINT_ANSWER_WORDS, POINT_ANSWERS, type PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import styles from "./point-rows.module.css";
import type { Given } from "./verification.ts";

interface PointRowsProps {
  actionKey: string;
  points: readonly string[];
  given: Given;
  onAnswer: (point: string, answer: PointAnswer) => void;
  /** The evidence, with how it was checked. */
  children: ReactNode;
}

/** The promise of an action, point by point, each with its answer, next to the evidence. */
export function PointRows({ actionKey, points, given, onAnswer, children }: PointRowsProps) {
  const id = useId();
  return (
    <div className={styles.frame}>
      <div className={styles.columns}>
        <div>
          <p id={`${id}-points`} className={styles.head}>
            Done when
          </p>
          {points.length === 0 ? <p className={textStyles.muted}>Not set</p> : null}
          <ol className={styles.points} aria-labelledby={`${id}-points`}>
            {points.map((point, at) => (
              <li key={point}>
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
              </li>
            ))}
          </ol>
        </div>
        <section aria-labelledby={`${id}-evidence`}>
          <p id={`${id}-evidence`} className={styles.head}>
            Evidence, and how it was checked
          </p>
          {children}
        </section>
      </div>
    </div>
  );
}
