"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { formatWeighted } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { EffectVerdict } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeEffect, StrategicChange } from "#lib/contract/strategic-change.ts";
import { LEAST_DAYS } from "#lib/follow/strategic-change/effect.ts";
import styles from "./effect-section.module.css";

const VERDICTS: Record<EffectVerdict, string> = {
  too_early: "Too early to say",
  fewer: "Fewer incidents than chance explains",
  more: "More incidents than chance explains",
};

/** The effect of a delivered change, from the incidents before and after it. */
export function EffectSection({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const isDelivered = change.status === "delivered" || change.status === "effect_checked";
  const read = useQuery({ ...reads.strategicChange.effect(change.key), enabled: isDelivered });
  if (!isDelivered || read.data?.effect === null) return null;
  const effect = read.data?.effect;
  return (
    <Section
      title="Effect"
      level={level}
      count={effect && effect.days > 0 ? `${countWords(effect.days, "day")} before and after` : undefined}
    >
      {read.isPending ? <SkeletonText lines={3} label="Loading the effect" /> : null}
      {read.isError ? <NotRead what="the effect" error={read.error} onRetry={() => void read.refetch()} /> : null}
      {effect ? <Effect effect={effect} /> : null}
    </Section>
  );
}

function Effect({ effect }: { effect: ChangeEffect }) {
  const { conditions, days, before, after, chance, verdict } = effect;
  if (conditions.length === 0)
    return (
      <p className={textStyles.muted}>None of its factors is linked to a condition, so recurrences can't be counted.</p>
    );
  return (
    <>
      <p className={styles.verdict}>{VERDICTS[verdict]}</p>
      <p className={textStyles.muted}>{reasonOf(days, chance)} The time between start and delivery isn't counted.</p>
      <div className={styles.spans}>
        <SpanFigures label="Before the work" span={before} />
        <SpanFigures label="After delivery" span={after} />
      </div>
      <p className={cx(textStyles.note, textStyles.breaksAnywhere)}>
        Counts incidents with {listWords(conditions.map(({ name }) => `“${name}”`))}.
      </p>
    </>
  );
}

function reasonOf(days: number, chance: number): string {
  if (days < LEAST_DAYS) return `No conclusions in the first ${LEAST_DAYS} days.`;
  const cases = Math.round(chance * 100);
  return `Chance alone gives a difference as large in ${cases < 1 ? "less than 1" : cases} of 100 cases.`;
}

function SpanFigures({ label, span }: { label: string; span: ChangeEffect["before"] }) {
  const today = useToday();
  const dayOf = useDayOf();
  return (
    <section aria-label={label}>
      <h4>
        {label}
        <span className={cx(textStyles.muted, textStyles.figure)}>
          {wordsOfDate(dayOf(span.from), today)} to {wordsOfDate(dayOf(span.to), today)}
        </span>
      </h4>
      <MetricsStrip
        items={[
          { label: "Incidents", value: String(span.incidents.length) },
          { label: "Weighted minutes", value: span.minutes === null ? null : formatWeighted(span.minutes * 60) },
        ]}
      />
      <ul>
        {span.incidents.map(({ key, title }) => (
          <li key={key}>
            <NextLink className={cx(textStyles.link, textStyles.breaksAnywhere)} href={`/incidents/${key}`}>
              <span className={textStyles.recordKey}>{key}</span> {title}
            </NextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
