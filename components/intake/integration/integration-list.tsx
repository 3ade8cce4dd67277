"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { ChipLink } from "#components/ui/labels/chip.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { LinkedRow } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { HOOK_SOURCES } from "#lib/intake/integration/hook-sources.ts";
import styles from "./integration-list.module.css";
import { IntegrationStateLine } from "./integration-state.tsx";
import { integrationsWords } from "./list-words.ts";

const TALLEST = 15;

/** Deliveries of the last seven days as bars, the oldest on the left. */
function WeekBars({ days }: { days: IntegrationRow["days"] }) {
  const most = Math.max(1, ...days.map((day) => day.received));
  const total = days.reduce((sum, day) => sum + day.received, 0);
  const label = total === 0 ? "No delivery in 7 days" : `${countWords(total, "delivery", "deliveries")} in 7 days`;
  return (
    <svg className={styles.week} viewBox="0 0 66 18" role="img" aria-label={label}>
      <line x1="0" x2="66" y1="17.5" y2="17.5" stroke="var(--rule-strong)" />
      {days.map(({ day, received }, index) => {
        if (received === 0) return null;
        const height = Math.max(1, Math.round((received / most) * TALLEST));
        return <rect key={day} x={0.5 + index * 9.5} y={17 - height} width="7" height={height} fill="var(--chart-2)" />;
      })}
    </svg>
  );
}

const SHOWN = 10;

/** Tools that can be connected, those without a connection first. */
function ConnectAnother({ connected }: { connected: readonly IntegrationRow[] }) {
  const [all, setAll] = useState(false);
  const there = new Set(connected.map(({ source }) => source));
  const sources = [...HOOK_SOURCES].sort((a, b) => Number(there.has(a.name)) - Number(there.has(b.name)));
  const shown = all ? sources : sources.slice(0, SHOWN);
  return (
    <Section
      id="connect"
      title={connected.length === 0 ? "Connect tool" : "Connect another tool"}
      right={
        all ? null : (
          <button type="button" className={textStyles.link} onClick={() => setAll(true)}>
            All {sources.length}
          </button>
        )
      }
    >
      <div className={styles.sources}>
        {shown.map(({ name, label }) => (
          <ChipLink key={name} dashed href={`/settings/integrations/new?source=${name}`}>
            {label}
          </ChipLink>
        ))}
      </div>
    </Section>
  );
}

/** Integrations: those that need attention first, then the others, then the tools to connect. */
export function IntegrationList({ openId }: { openId: string | null }) {
  const { data, error, refetch } = useQuery(reads.integration.list());
  const live = data?.items.filter(({ state }) => state !== "archived") ?? [];
  const groups = [
    { id: "needs-you", title: "Needs you", right: "last 7 days", rows: live.filter((row) => row.needsYou) },
    { id: "connected", title: "Connected", rows: live.filter((row) => !row.needsYou) },
    { id: "archived", title: "Archived", rows: data?.items.filter(({ state }) => state === "archived") ?? [] },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="integrations">
      <h2 id="integrations" className={styles.title}>
        Integrations
      </h2>
      <p className={styles.count}>{data ? integrationsWords(live) : "Tools that send events automatically."}</p>
      {error ? (
        <NotRead
          what="integrations"
          error={error}
          safe="Their deliveries are still accepted."
          onRetry={() => void refetch()}
        />
      ) : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading the integrations" /> : null}
      {groups.map(({ id, title, right, rows }) => (
        <Section key={id} id={id} title={title} count={rows.length} right={right}>
          <ul>
            {rows.map((row) => (
              <LinkedRow key={row.id} current={row.id === openId}>
                <IntegrationLink row={row} current={row.id === openId} />
              </LinkedRow>
            ))}
          </ul>
        </Section>
      ))}
      {data ? <ConnectAnother connected={live} /> : null}
    </section>
  );
}

function IntegrationLink({ row, current }: { row: IntegrationRow; current: boolean }) {
  return (
    <NextLink
      className={styles.integration}
      href={`/settings/integrations/${row.id}`}
      aria-current={current ? "page" : undefined}
    >
      <SourceLetter letter={row.letter} name={row.label} />
      <span className={styles.name}>
        <b>{row.label}</b>
        <small>{row.demo ? `${row.name}, demo` : row.name}</small>
      </span>
      <WeekBars days={row.days} />
      <span className={styles.state}>
        <IntegrationStateLine row={row} />
      </span>
    </NextLink>
  );
}
