"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useDeferredValue, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { CONDITION_PARAMS, conditionInput } from "#components/follow/canonical-factor/condition-params.ts";
import { ConditionRow } from "#components/follow/canonical-factor/condition-row.tsx";
import { ExplainsFilter } from "#components/follow/factor/explains-filter.tsx";
import { Button } from "#components/ui/button.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { useCurrentRow } from "#components/ui/keys/use-current-row.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./conditions-page.module.css";

const VIEWS = [
  { label: "All", value: "", href: "/factors" },
  { label: "Seen again", value: "again", href: "/factors?seen=again" },
  { label: "Seen once", value: "once", href: "/factors?seen=once" },
] as const;

/** Conditions seen across incidents, the most frequent first. */
export function ConditionsPage() {
  const [url, setUrl] = useQueryStates(CONDITION_PARAMS);
  const router = useRouter();
  const list = useInfiniteQuery(reads.canonicalFactor.list(conditionInput({ ...url, q: useDeferredValue(url.q) })));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [cursor, setCursor] = useState<string | null>(null);
  const current = rows.findIndex((row) => row.id === cursor);
  useListKeys({
    current,
    count: rows.length,
    onMove: (at) => setCursor(rows[at]?.id ?? null),
    onOpen: (at) => router.push(`/factors/${rows[at]?.id}`),
  });
  const section = useRef<HTMLUListElement>(null);
  useCurrentRow(section, cursor);
  return (
    <Page className={styles.page}>
      <PageHead title="Conditions" sub="The same condition, seen across incidents, and whether its fixes helped" />
      <LinkTabs
        label="Views"
        items={VIEWS.map(({ label, value, href }) => ({ label, href, current: value === (url.seen ?? "") }))}
      />
      <div className={styles.find}>
        <FindField
          label="Find conditions"
          maxLength={LENGTHS.search}
          value={url.q}
          onChange={(q) => void setUrl({ q })}
        />
        <ExplainsFilter
          all="All conditions"
          value={url.explains}
          onChange={(part) => void setUrl({ explains: part })}
        />
      </div>
      {list.isPending ? <SkeletonRows rows={6} label="Loading conditions" /> : null}
      <ul ref={section} aria-label="Conditions">
        {rows.map((row) => (
          <ConditionRow key={row.id} row={row} isCurrent={row.id === cursor} />
        ))}
      </ul>
      {rows.length === 0 ? (
        <Nothing
          list={list}
          isFiltered={url.q !== "" || url.seen !== null || url.explains !== null}
          onClear={() => void setUrl(null)}
        />
      ) : null}
      <ShowMore list={list} />
    </Page>
  );
}

interface NothingProps {
  list: { isLoadingError: boolean; error: unknown; isSuccess: boolean; refetch: () => unknown };
  isFiltered: boolean;
  onClear: () => void;
}

function Nothing({ list, isFiltered, onClear }: NothingProps) {
  if (list.isLoadingError) return <NotRead what="conditions" error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.isSuccess) return null;
  if (isFiltered)
    return <NothingMatches title="No matching conditions" action={<Button onClick={onClear}>Clear filters</Button>} />;
  return (
    <EmptyState title="No conditions yet">
      Link a factor of a review to a similar one of another incident. Their common condition appears here.
    </EmptyState>
  );
}
