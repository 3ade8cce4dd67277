"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { ConnectAnother } from "./connect-another.tsx";
import { IntegrationStateLine } from "./integration-state.tsx";
import { integrationsWords } from "./list-words.ts";
import { WeekBars } from "./week-bars.tsx";

/** What sends by itself: what needs somebody first, then the rest, then what can be connected. */
export function IntegrationList({ openId }: { openId: string | null }) {
  const { data, error, refetch } = useQuery(query.integration.list.queryOptions({ input: { includeArchived: true } }));
  const live = data?.items.filter(({ state }) => state !== "archived") ?? [];
  const groups = [
    { title: "Needs you", right: "last 7 days", rows: live.filter((row) => row.needsYou) },
    { title: "Connected", rows: live.filter((row) => !row.needsYou) },
    { title: "Archived", rows: data?.items.filter(({ state }) => state === "archived") ?? [] },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className="ils" aria-labelledby="integrations">
      <h2 id="integrations">Integrations</h2>
      <p className="sub">{data ? integrationsWords(live) : "Tools that send what happens by themselves."}</p>
      {error ? (
        <ErrorState
          title="The integrations could not be read"
          safe={wordsOf(error)}
          next="What they send is taken all the same."
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        />
      ) : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading the integrations" /> : null}
      {groups.map(({ title, right, rows }) => (
        <section className="sec" key={title} aria-label={title}>
          <SectionHead title={title} count={rows.length} right={right} />
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <IntegrationLink row={row} current={row.id === openId} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {data ? <ConnectAnother connected={live} /> : null}
    </section>
  );
}

function IntegrationLink({ row, current }: { row: IntegrationRow; current: boolean }) {
  return (
    <NextLink className="intg" href={`/settings/integrations/${row.id}`} aria-current={current ? "page" : undefined}>
      <SourceLetter letter={row.letter} name={row.label} />
      <span className="intg-n">
        <b>{row.label}</b>
        <small>{row.demo ? `${row.name}, demo` : row.name}</small>
      </span>
      <WeekBars days={row.days} />
      <span className="intg-s">
        <IntegrationStateLine row={row} />
      </span>
    </NextLink>
  );
}
