"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { type RefCallback, useCallback, useEffect, useEffectEvent, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import {
  type IncidentFilters,
  incidentFilterParsers,
  isFiltered,
  toListInput,
} from "#components/incidents/incident/list-filters.ts";
import { UnassignedLanes } from "#components/intake/unassigned/unassigned-lanes.tsx";
import { useUnassigned } from "#components/intake/unassigned/use-unassigned.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { type KeyHint, KeyHints } from "#components/ui/page/key-hints.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import styles from "./incident-list.module.css";
import { IncidentListBar } from "./incident-list-bar.tsx";
import { IncidentTable } from "./incident-table.tsx";
import { NoIncidentMatches } from "./no-incident-matches.tsx";

/** Returns a ref for the element at the end of a list, which loads the next page when it comes near the window. */
function useLoadMore(load: (() => void) | null): RefCallback<Element> {
  const [end, setEnd] = useState<Element | null>(null);
  const onNear = useEffectEvent(() => load?.());
  useEffect(() => {
    if (!end) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear();
      },
      { rootMargin: "600px" },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [end]);
  return setEnd;
}

const HINTS: readonly KeyHint[] = [
  [["j", "k"], "move"],
  [["Enter"], "open"],
  [["f"], "filter"],
];

/** The list of incidents: search, filters in the URL, keyboard navigation, and more rows on scrolling. */
export function IncidentList({ now }: { now: string }) {
  const router = useRouter();
  const me = useMe();
  const today = useToday();
  const [filters, setFilters] = useQueryStates(incidentFilterParsers, { clearOnDefault: true });
  const [current, setCurrent] = useState(-1);
  const list = useInfiniteQuery(reads.incident.list(toListInput(filters)));
  const incidents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const mayCreate = me?.may.includes("incident.create") ?? false;
  const unassigned = useUnassigned(mayCreate);
  const { laneCount } = unassigned;
  const foot = useLoadMore(list.hasNextPage && !list.isFetching ? () => void list.fetchNextPage() : null);
  const change = useCallback(
    (next: Partial<IncidentFilters>) => {
      setCurrent(-1);
      void setFilters(next);
    },
    [setFilters],
  );
  useListKeys({
    current,
    count: laneCount + incidents.length,
    onMove: setCurrent,
    onOpen: (index) => {
      if (index < laneCount) return unassigned.attachAt(index);
      const incident = incidents[index - laneCount];
      if (incident) router.push(`/incidents/${incident.key}`);
    },
  });
  const newIncident = mayCreate ? (
    <ButtonLink href="/incidents/new" kind="primary" icon={<Plus size={14} />}>
      New incident
    </ButtonLink>
  ) : null;

  return (
    <div className={styles.list}>
      <Page>
        <PageHead
          title="Incidents"
          sub="What happened, how long it lasted, and the state of its review"
          actions={
            mayCreate ? (
              <>
                <ButtonLink href="/write-ups">Import write-ups</ButtonLink>
                {newIncident}
              </>
            ) : null
          }
        />
        <UnassignedLanes unassigned={unassigned} current={current} />
        <IncidentListBar filters={filters} onChange={change} />
        {list.isPending ? <SkeletonRows rows={10} label="Loading incidents" /> : null}
        {list.isError && incidents.length === 0 ? (
          <NotRead what="incidents" error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && incidents.length === 0 ? (
          isFiltered(filters) ? (
            <NoIncidentMatches filters={filters} onChange={change} />
          ) : (
            <EmptyState title="No incidents yet" action={newIncident}>
              Create an incident by hand, or import a chat, an alert log or notes with times.
            </EmptyState>
          )
        ) : null}
        {incidents.length > 0 ? (
          <>
            <IncidentTable incidents={incidents} current={current - laneCount} today={today} now={now} />
            <div className={styles.end} ref={foot}>
              <span>
                {incidents.length} shown{list.hasNextPage ? ", more as you scroll" : ""}. Bands have different scales.
                Open incidents have no closing ring.
              </span>
              <ShowMore list={list} ghost />
              <KeyHints hints={HINTS} />
            </div>
          </>
        ) : null}
      </Page>
    </div>
  );
}
