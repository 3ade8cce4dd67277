"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { OrderedRows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { statusKind } from "../options.tsx";
import styles from "./change-sections.module.css";

/** Every decision about a change and why, the newest first. A decision is added, never edited. */
export function DecisionLog({ changeKey, level }: { changeKey: string; level: 2 | 3 }) {
  const decisions = useQuery(reads.strategicChange.decisions(changeKey));
  const today = useToday();
  const items = decisions.data?.items ?? [];
  return (
    <Section title="Decisions" level={level} count={items.length === 0 ? undefined : items.length}>
      {decisions.isPending ? <SkeletonText lines={3} label="Loading decisions" /> : null}
      {decisions.isError ? (
        <NotRead what="the decisions" error={decisions.error} onRetry={() => void decisions.refetch()} />
      ) : null}
      <OrderedRows className={styles.decisions}>
        {items.map(({ id, to, reason, until, riskBy, by, at }) => (
          <li key={id}>
            <span className={textStyles.muted}>
              <Moment at={at} />
            </span>
            <Status kind={statusKind(to)}>{CHANGE_STATUS_WORDS[to]}</Status>
            <div>
              {reason ? <p className={cx(textStyles.breaksAnywhere, textStyles.keepsLines)}>{reason}</p> : null}
              <p className={textStyles.note}>
                {[by, putOffWords(to, until, riskBy, today)].filter(Boolean).join(". ")}
              </p>
            </div>
          </li>
        ))}
      </OrderedRows>
    </Section>
  );
}

/** Until when a change is deferred, and who keeps or accepts its risk. */
function putOffWords(to: ChangeStatus, until: string | null, riskBy: string | null, today: string): string {
  const day = until ? `Until ${wordsOfDate(until, today)}.` : "";
  const risk = riskBy ? `${riskBy} ${to === "declined" ? "accepts" : "keeps"} the risk.` : "";
  return [day, risk].filter(Boolean).join(" ");
}
