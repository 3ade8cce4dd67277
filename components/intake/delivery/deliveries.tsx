"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Integration } from "#lib/contract/integration.ts";
import { KEPT_DAYS } from "#lib/intake/integration/limits.ts";
import styles from "./deliveries.module.css";
import { DeliveryRow } from "./delivery-row.tsx";

/** Unauthenticated requests, counted by day and reason. Nothing else about them is stored. */
function Refusals({ refusals }: { refusals: Integration["refusals"] }) {
  if (refusals.length === 0) return <Note>No rejected requests</Note>;
  return (
    <Table caption="Rejected requests by day" className={styles.table}>
      <thead>
        <tr>
          <HeadCell>Last request</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Reason</HeadCell>
          <HeadCell right>Requests</HeadCell>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ day, reason, words, count, lastAt }) => (
          <tr key={`${day} ${reason}`}>
            <td className={textStyles.figure}>
              <Moment at={lastAt} />
            </td>
            <td>
              <Status kind="blocked">Rejected, 401</Status>
            </td>
            <td className={styles.outcome}>{words}. They weren't read.</td>
            <td className={textStyles.figureCell}>{count}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const VIEWS = ["all", "failed", "unassigned", "refused"] as const;

/** Deliveries, newest first, each with its body and its result. */
export function Deliveries({ integration }: { integration: Integration }) {
  const { id, failed, waiting, refusedIn7Days } = integration;
  const [view, setView] = useQueryState("deliveries", parseAsStringLiteral(VIEWS).withDefault("all"));
  const [openId, setOpenId] = useState<string | null>(null);
  const state = view === "failed" || view === "unassigned" ? { state: view } : {};
  const list = useInfiniteQuery({
    ...reads.integration.deliveries({ id, ...state }),
    enabled: view !== "refused",
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const options = [
    { value: "all", label: "All" },
    { value: "failed", label: `Failed ${failed}` },
    { value: "unassigned", label: `Unassigned ${waiting}` },
    { value: "refused", label: `Rejected ${refusedIn7Days}` },
  ];
  return (
    <Section
      id="deliveries"
      title="Recent deliveries"
      count={`kept for ${KEPT_DAYS} days`}
      wraps
      right={
        <Seg
          label="Deliveries shown"
          value={view}
          options={options}
          onChange={(next) => void setView(VIEWS.find((one) => one === next) ?? "all")}
        />
      }
    >
      {view === "refused" ? (
        <Refusals refusals={integration.refusals} />
      ) : list.isError && rows.length === 0 ? (
        <NotRead what="deliveries" error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={5} label="Loading the deliveries" />
      ) : rows.length === 0 ? (
        <Note>
          {view === "all" ? "No deliveries yet. Follow the steps above, or send a test." : `No ${view} deliveries`}
        </Note>
      ) : (
        <>
          <Table caption="Deliveries, newest first" className={styles.table}>
            <thead>
              <tr>
                <HeadCell>Received</HeadCell>
                <HeadCell>State</HeadCell>
                <HeadCell>Result</HeadCell>
                <HeadCell right className={styles.figure}>
                  Size
                </HeadCell>
                <HeadCell right className={styles.figure}>
                  Response time
                </HeadCell>
                <HeadCell className={styles.opener}>
                  <span className={textStyles.visuallyHidden}>Body</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <DeliveryRow
                  key={row.id}
                  integrationId={id}
                  delivery={row}
                  open={row.id === openId}
                  onToggle={() => setOpenId(row.id === openId ? null : row.id)}
                />
              ))}
            </tbody>
          </Table>
          <ShowMore list={list} label="Show older deliveries" ghost />
        </>
      )}
    </Section>
  );
}
