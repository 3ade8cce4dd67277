"use client";

import { Plus } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { EFFECT_ANSWER_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { CanonicalFactor, Fix } from "#lib/contract/canonical-factor.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { comebacksOf, stateOfFixes } from "#lib/follow/canonical-factor/condition.ts";
import { CreateActionForm } from "../../action-item/create/create-action-form.tsx";
import { statusOf } from "../../action-item/options.tsx";
import styles from "./condition-rows.module.css";

/** The actions that address a condition, the latest first, and which of them a later incident questions. */
export function ConditionFixes({ condition }: { condition: CanonicalFactor }) {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const mayCreate = useMe()?.may.includes("action.create") ?? false;
  // The server lists the factor of the latest incident first.
  const origin = mayCreate ? condition.factors[0] : undefined;
  const { total, verified } = stateOfFixes(condition.fixes, today);
  const { questioned } = comebacksOf(condition.incidents, condition.fixes);
  const lateness = (fix: Fix) => daysLate(fix, today) ?? Number.NEGATIVE_INFINITY;
  const rows = condition.fixes.toSorted((one, other) => lateness(other) - lateness(one));
  return (
    <Section
      title="Fixes"
      count={rows.length > 0 ? `${rows.length}, latest first` : undefined}
      right={total > 0 ? `${verified} of ${total} verified` : undefined}
    >
      {rows.length === 0 ? (
        <p className={styles.missing}>
          No action addresses this condition yet.
          {origin ? (
            <Button kind="ghost" icon={<Plus size={14} />} onClick={() => setOpen(true)}>
              New action
            </Button>
          ) : null}
        </p>
      ) : null}
      <Rows>
        {rows.map((fix) => (
          <FixRow key={fix.key} fix={fix} hasRecurred={questioned.includes(fix.key)} />
        ))}
      </Rows>
      {isOpen && origin ? (
        <CreateActionForm
          preset={{ factorIds: [origin.id], reviewKey: origin.reviewKey, incidentKey: origin.incidentKey }}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </Section>
  );
}

/** An action that addresses a condition, with its outcome. */
export function FixRow({ fix, hasRecurred }: { fix: Fix; hasRecurred: boolean }) {
  const today = useToday();
  const dayOf = useDayOf();
  const status = statusOf(fix);
  const days = daysLate(fix, today) ?? 0;
  const until = fix.blockedUntil === null ? "" : ` until ${wordsOfDate(fix.blockedUntil, today)}`;
  const parts = [
    fix.incidentKey ? `from ${fix.incidentKey}` : "",
    fix.dueDate && days <= 0 && fix.status !== "verified" ? `due ${wordsOfDate(fix.dueDate, today)}` : "",
    fix.blockedReason === null ? "" : `blocked${until}: ${fix.blockedReason}`,
  ];
  return (
    <li className={styles.fix}>
      <span className={textStyles.recordKey}>{fix.key}</span>
      <div>
        <NextLink className={cx(textStyles.link, textStyles.emphasis)} href={`/actions/${fix.key}`}>
          {fix.title}
        </NextLink>
        <p className={textStyles.caption}>{parts.filter(Boolean).join(", ")}</p>
        {hasRecurred && fix.verifiedAt ? (
          <p className={textStyles.caption}>
            {fix.key} was verified for this on {wordsOfDate(dayOf(fix.verifiedAt), today)}, and it recurred. Did this
            fix work? {fix.worked ? `${EFFECT_ANSWER_WORDS[fix.worked]}.` : ""}
          </p>
        ) : null}
      </div>
      <span className={cx(textStyles.secondary, textStyles.wideOnly)}>{fix.owner?.name}</span>
      <span className={layoutStyles.wrappingRow}>
        <Status kind={status.kind}>
          {status.words}
          {fix.verifiedAt ? ` ${wordsOfDate(dayOf(fix.verifiedAt), today)}` : ""}
        </Status>
        {days > 0 ? <Late daysLate={days} /> : null}
      </span>
    </li>
  );
}
