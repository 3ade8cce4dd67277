"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { readEffort } from "#lib/follow/action-item/effort.ts";
import { isOpenOn } from "#lib/follow/action-item/lateness.ts";
import { qualityHints } from "#lib/follow/action-item/quality.ts";
import { type ActionDraft, type ActionPreset, dueOf } from "./action-draft.ts";
import styles from "./quality-hints.module.css";
import { usePolicyDue } from "./use-policy-due.ts";

interface QualityHintsProps {
  draft: ActionDraft;
  preset: ActionPreset;
}

/** Advice that makes the action easier to finish and to verify. It never blocks the form. */
export function QualityHints({ draft, preset }: QualityHintsProps) {
  const id = useId();
  const today = useToday();
  const dueByPolicy = usePolicyDue(draft, preset);
  const { reviewKey = "" } = preset;
  const ofReview = useQuery({ ...reads.actionItem.ofReview(reviewKey), enabled: reviewKey !== "" });
  const hints = qualityHints({
    ...{ title: draft.title, doneWhen: draft.doneWhen, priority: draft.priority, dueByPolicy },
    dueDate: dueOf(draft, dueByPolicy),
    hasOwner: draft.ownerId !== "",
    hasTracker: draft.trackerUrl.trim() !== "",
    hasFactor: draft.factorIds.length > 0 || (preset.factorIds ?? []).length > 0,
    effortDays: readEffort(draft.effort) ?? null,
    openInReview: (ofReview.data?.items ?? []).filter((row) => isOpenOn(row, today)).length,
  });
  if (draft.title.trim() === "" || hints.length === 0) return null;
  return (
    <section aria-labelledby={id} className={layoutStyles.tighterStack}>
      <h3 id={id} className={cx(textStyles.small, textStyles.emphasis)}>
        Suggestions
      </h3>
      <ul className={cx(textStyles.small, styles.hints)}>
        {hints.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </section>
  );
}
