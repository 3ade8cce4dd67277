"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
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
      <ol className={styles.updates}>
        {items.map(({ id, to, reason, until, riskBy, by, at }) => (
          <li key={id}>
            <div className="inline-row">
              <Status kind={statusKind(to)}>
                <b className="medium">{CHANGE_STATUS_WORDS[to]}</b>
              </Status>
              <span className="muted small">
                {by ? `${by}, ` : ""}
                <Moment at={at} />
              </span>
            </div>
            {reason ? <p className="reading">{reason}</p> : null}
            {until || riskBy ? <p className="muted small">{putOffWords(to, until, riskBy, today)}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Until when a change is deferred, and who keeps or accepts its risk. */
function putOffWords(to: ChangeStatus, until: string | null, riskBy: string | null, today: string): string {
  const day = until ? `Until ${wordsOfDate(until, today)}.` : "";
  const risk = riskBy ? `${riskBy} ${to === "declined" ? "accepts" : "keeps"} the risk.` : "";
  return [day, risk].filter(Boolean).join(" ");
}
