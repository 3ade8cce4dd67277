"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { query } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { IncomingBar } from "#components/intake/incoming/incoming-bar.tsx";
import { IncomingTable } from "#components/intake/incoming/incoming-table.tsx";
import { Unassigned } from "#components/intake/incoming/unassigned.tsx";
import { useSettle } from "#components/intake/incoming/use-settle.ts";
import { useUnassigned } from "#components/intake/incoming/use-unassigned.ts";
import { Button } from "#components/ui/button.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { Seg } from "#components/ui/seg.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { INCOMING_STATES } from "#lib/base/vocabulary/integration.ts";

const PAGE = 100;
const parsers = { state: parseAsStringLiteral(INCOMING_STATES).withDefault("waiting"), service: parseAsString };
const STATES = [
  { value: "waiting", label: "Waiting" },
  { value: "attached", label: "Attached" },
  { value: "dismissed", label: "Dismissed" },
];

/** The inbox of what came in by itself: pick rows, attach them to an incident or take them out. */
export function IncomingPage() {
  const [{ state, service }, setView] = useQueryStates(parsers, { clearOnDefault: true });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(-1);
  const services = useServiceChoices();
  const { attach, dismiss, busy } = useSettle();
  const list = useInfiniteQuery(
    query.incoming.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        state,
        limit: PAGE,
        ...(service === "none" ? { withoutService: true } : service ? { serviceId: service } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const showsLanes = state === "waiting" && service === null;
  const unassigned = useUnassigned(showsLanes);
  const laneCount = showsLanes ? unassigned.laneCount : 0;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isClosed = problemOf(list.error)?.code === "forbidden";
  const chosen = rows.filter(({ id }) => picked.has(id));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const toggleAt = (index: number) => {
    const row = rows[index];
    if (row) toggle(row.id);
  };
  useListKeys({
    current,
    count: laneCount + rows.length,
    onMove: setCurrent,
    onOpen: (index) => (index < laneCount ? unassigned.attachAt(index) : toggleAt(index - laneCount)),
    onToggle: (index) => toggleAt(index - laneCount),
  });
  const clear = () => setPicked(new Set());
  const options = [
    { value: "", label: "Every service" },
    { value: "none", label: "No service" },
    ...services.options.map(({ value, label }) => ({ value, label })),
  ];
  return (
    <div className="s-incidents">
      <div className="page">
        <PageHead
          crumbs={<Crumbs items={[{ label: "Incidents", href: "/incidents" }, { label: "Unassigned" }]} />}
          title="Unassigned"
          sub={
            isClosed
              ? "What came in by itself and joined no incident."
              : "What came in by itself and joined no incident. Attach it, or take it out; both can be undone."
          }
        />
        {isClosed ? (
          <EmptyState title="Members settle what came in">
            It becomes part of an incident’s timeline once a member attaches it there; then you read it too.
          </EmptyState>
        ) : null}
        {showsLanes ? <Unassigned unassigned={unassigned} current={current} linked={false} /> : null}
        <div className="flt" hidden={isClosed}>
          <Seg
            label="State"
            value={state}
            options={STATES}
            onChange={(next) => {
              clear();
              void setView({ state: INCOMING_STATES.find((one) => one === next) ?? "waiting" });
            }}
          />
          <Select
            aria-label="Service"
            options={options}
            value={service ?? ""}
            onChange={(event) => {
              clear();
              void setView({ service: event.target.value === "" ? null : event.target.value });
            }}
          />
        </div>
        {list.isPending ? <SkeletonRows rows={8} label="Loading what came in" /> : null}
        {list.isError && !isClosed && rows.length === 0 ? (
          <ErrorState
            title="What came in could not be read"
            safe={wordsOf(list.error)}
            next="It is kept."
            action={<Button onClick={() => void list.refetch()}>Try again</Button>}
          />
        ) : null}
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState title={state === "waiting" ? "Nothing waits" : `Nothing was ${state}`}>
            Events of connected tools join the open incident of their service; what fits nowhere stands here until
            somebody says where it belongs.
          </EmptyState>
        ) : null}
        {rows.length > 0 ? (
          <IncomingTable rows={rows} picked={picked} current={current - laneCount} onToggle={toggle} />
        ) : null}
        {list.hasNextPage ? (
          <Button kind="ghost" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        ) : null}
        {state === "waiting" && chosen.length > 0 ? (
          <IncomingBar
            count={chosen.length}
            busy={busy}
            onClear={clear}
            onAttach={(key) => void attach(key, chosen).then(clear)}
            onDismiss={() => void dismiss(chosen).then(clear)}
          />
        ) : null}
      </div>
    </div>
  );
}
