"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Tracker } from "#lib/contract/tracker.ts";
import styles from "./tracker-log.module.css";
import { SYNC_STATE_WORDS } from "./tracker-words.ts";

/** The exchange with a tracker in the last 30 days. */
export function TrackerLog({ tracker }: { tracker: Tracker }) {
  const [refused, setRefused] = useState(false);
  const list = useInfiniteQuery(reads.tracker.log(tracker.id, refused));
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  return (
    <Section
      id="tracker-log"
      title="Log"
      count="30 days"
      right={
        <Seg
          label="Lines"
          value={refused ? "refused" : "all"}
          options={[
            { value: "all", label: "All" },
            { value: "refused", label: "Rejected" },
          ]}
          onChange={(value) => setRefused(value === "refused")}
        />
      }
    >
      {error && !list.isFetchNextPageError ? (
        <NotRead what="the log" error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading the log" /> : null}
      {data && rows.length === 0 ? (
        <Note>{refused ? "No rejected changes" : "No changes yet. Link an issue on an action's page."}</Note>
      ) : null}
      {rows.length > 0 ? (
        <Table caption="Changes from and to the tracker" stacks>
          <thead>
            <tr>
              <HeadCell>When</HeadCell>
              <HeadCell>Direction</HeadCell>
              <HeadCell>Action</HeadCell>
              <HeadCell>What</HeadCell>
              <HeadCell>State</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, way, actionKey, what, state }) => (
              <Row key={id}>
                <td>
                  <Moment at={at} />
                </td>
                <td className={textStyles.secondary}>{way === "from" ? `from ${label}` : `to ${label}`}</td>
                <td>
                  {actionKey ? (
                    <NextLink className={cx(textStyles.link, textStyles.figure)} href={`/actions/${actionKey}`}>
                      {actionKey}
                    </NextLink>
                  ) : null}
                </td>
                <td className={styles.operation}>{what}</td>
                <td>
                  <Status kind={SYNC_STATE_WORDS[state].glyph}>{SYNC_STATE_WORDS[state].name}</Status>
                </td>
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
      <ShowMore list={list} label="Show older changes" />
    </Section>
  );
}
