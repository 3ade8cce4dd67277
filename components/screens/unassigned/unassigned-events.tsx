"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { problemOf } from "#components/base/api/problem.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { ChooseIncident } from "#components/intake/unassigned/choose-incident.tsx";
import { UnassignedLanes } from "#components/intake/unassigned/unassigned-lanes.tsx";
import { UnassignedTable } from "#components/intake/unassigned/unassigned-table.tsx";
import { useUnassigned } from "#components/intake/unassigned/use-unassigned.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { INCOMING_STATES } from "#lib/base/vocabulary/integration.ts";
import styles from "./unassigned-events.module.css";
import { useTriage } from "./use-triage.ts";

type UnassignedBarProps = {
  count: number;
  onClear: () => void;
  onAttach: (key: string) => void;
  onDismiss: () => void;
};

/** Actions for the selected events. */
function UnassignedBar({ count, onClear, onAttach, onDismiss }: UnassignedBarProps) {
  const [opened, setOpened] = useState(0);
  useKeys([
    { keys: "i", label: "Attach to incident", group: "Unassigned", run: () => setOpened(opened + 1) },
    { keys: "h", label: "Dismiss", group: "Unassigned", run: onDismiss },
  ]);
  return (
    <BulkBar count={count} onClear={onClear}>
      <ChooseIncident
        key={opened}
        startOpen={opened > 0}
        trigger={
          <Button kind="ghost" keys="i">
            Attach to incident
          </Button>
        }
        onChoose={onAttach}
      />
      <Button kind="ghost" keys="h" onClick={onDismiss}>
        Dismiss
      </Button>
    </BulkBar>
  );
}

const parsers = { state: parseAsStringLiteral(INCOMING_STATES).withDefault("waiting"), service: parseAsString };
const STATES = [
  { value: "waiting", label: "Unassigned events" },
  { value: "attached", label: "Attached" },
  { value: "dismissed", label: "Dismissed" },
];

/** Unassigned events, to select and attach to an incident or dismiss. */
export function UnassignedEvents() {
  const [{ state, service }, setView] = useQueryStates(parsers, { clearOnDefault: true });
  const services = useServiceChoices();
  const list = useInfiniteQuery(
    reads.incoming.list({
      state,
      ...(service === "none" ? { withoutService: true } : service ? { serviceId: service } : {}),
    }),
  );
  const showsLanes = state === "waiting" && service === null;
  const unassigned = useUnassigned(showsLanes);
  const laneCount = showsLanes ? unassigned.laneCount : 0;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isClosed = problemOf(list.error)?.code === "forbidden";
  const { table, acts, lane, chosen, clear, attachChosen, dismissChosen } = useTriage(
    rows,
    laneCount,
    unassigned.attachAt,
  );
  const options = [
    { value: "", label: "All services" },
    { value: "none", label: "No service" },
    ...services.options.map(({ value, label }) => ({ value, label })),
  ];
  return (
    <div className={styles.incoming}>
      <Page>
        <PageHead
          crumbs={<Crumbs items={[{ label: "Incidents", href: "/incidents" }, { label: "Unassigned events" }]} />}
          title="Unassigned events"
          sub={
            isClosed
              ? "Events that matched no incident."
              : "Events that matched no incident. Attach or dismiss them. You can undo both."
          }
        />
        {isClosed ? (
          <EmptyState title="Only members can handle unassigned events">
            Members attach events to incidents. You can read them there.
          </EmptyState>
        ) : null}
        {showsLanes ? <UnassignedLanes unassigned={unassigned} current={lane} linked={false} /> : null}
        <div className={styles.filters} hidden={isClosed}>
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
        {list.isPending ? <SkeletonRows rows={8} label="Loading unassigned events" /> : null}
        {list.isError && !isClosed && rows.length === 0 ? (
          <NotRead what="unassigned events" error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState title={state === "waiting" ? "No unassigned events" : `No ${state} events`}>
            Events of connected tools join the open incident of their service. Events that match no incident appear
            here.
          </EmptyState>
        ) : null}
        {rows.length > 0 ? <UnassignedTable {...table} {...acts} /> : null}
        <ShowMore list={list} label="Show older events" ghost />
        {state === "waiting" && chosen.length > 0 ? (
          <UnassignedBar count={chosen.length} onClear={clear} onAttach={attachChosen} onDismiss={dismissChosen} />
        ) : null}
      </Page>
    </div>
  );
}
