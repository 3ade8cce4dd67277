"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { auditOptions } from "#components/across/audit/audit-query.ts";
import { AuditRow } from "#components/across/audit/audit-row.tsx";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { NothingMatches } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { HeadCell, Table } from "#components/ui/table.tsx";
import { nounWords } from "#lib/across/audit/action-words.ts";

const NOUNS = [
  "incident",
  "timeline_event",
  "import",
  "review",
  "comment_thread",
  "factor",
  "action_item",
  "strategic_change",
  "member",
  "invitation",
  "token",
  "team",
  "service",
];

const FIELDS = [{ key: "noun", label: "Record", options: NOUNS.map((value) => ({ value, label: nounWords(value) })) }];

/** Who changed what, newest first. */
export function AuditLog() {
  const [noun, setNoun] = useQueryState("noun", parseAsString.withDefault(""));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditOptions(noun));
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const refused = problemOf(error)?.code === "forbidden";
  return (
    <section className="sec" aria-labelledby="audit">
      <SectionHead id="audit" title="Audit log" count="every change, newest first; nothing here can be changed" />
      <FilterBar
        fields={FIELDS}
        filters={noun ? [{ field: "noun", values: [noun] }] : []}
        onChange={(filters) => void setNoun(filters[0]?.values[0] ?? null)}
      />
      {error ? (
        <ErrorState
          title={refused ? "The audit log is for administrators" : "The audit log did not load"}
          safe="Nothing was changed."
          next={refused ? "Ask one of them, they are under People." : wordsOf(error)}
        />
      ) : null}
      {!data && !error ? <SkeletonRows label="Loading the audit log" /> : null}
      {data && entries.length === 0 ? (
        <NothingMatches
          title="No change of this kind yet"
          action={noun ? <Button onClick={() => void setNoun(null)}>Show all kinds</Button> : null}
        />
      ) : null}
      {entries.length > 0 ? (
        <Table caption="Changes, newest first" className="aud">
          <thead>
            <tr>
              <HeadCell>When</HeadCell>
              <HeadCell>Who</HeadCell>
              <HeadCell>What</HeadCell>
              <HeadCell className="h">From and to</HeadCell>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </Table>
      ) : null}
      {hasNextPage ? (
        <Button className="mt-3" busy={isFetchingNextPage} busyLabel="Loading" onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </section>
  );
}
