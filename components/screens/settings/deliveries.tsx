"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import {
  CHANNEL_KIND_WORDS,
  CHANNEL_KINDS,
  DELIVERY_STATE_WORDS,
  DELIVERY_STATES,
  type DeliveryState,
} from "#lib/base/vocabulary/message-delivery.ts";
import { MESSAGE_KIND_WORDS, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import type { Delivery } from "#lib/contract/delivery.ts";
import { Channels } from "./channels.tsx";
import styles from "./deliveries.module.css";

const GLYPHS: Record<DeliveryState, StatusKind> = {
  waiting: "progress",
  sent: "done",
  given_up: "off-track",
  not_sent: "cancelled",
};

const WAY_WORDS: Record<Delivery["way"], string> = { mail: "Email", channel: "Channel" };

/** Where messages go: the channels, and the log of what was sent. */
export function Deliveries() {
  const client = useQueryClient();
  const [state, setState] = useQueryState("state", parseAsStringLiteral(DELIVERY_STATES));
  const list = useInfiniteQuery(reads.delivery.list(state));
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const counts = data?.pages[0]?.counts;
  const countOf = (one: DeliveryState) => counts?.[one] ?? 0;
  const retry = async ({ id, to }: Delivery) => {
    try {
      await api.delivery.retry({ id });
      toastDone(`Sending it to ${to} again`);
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "channel");
    }
  };
  const label = (one: DeliveryState) => `${DELIVERY_STATE_WORDS[one]} ${countOf(one) || ""}`.trim();
  return (
    <>
      <Channels />
      <Section
        id="deliveries"
        title="Delivery log"
        count={
          counts ? `14 days, ${countOf("sent")} sent, ${countOf("waiting")} waiting, ${countOf("given_up")} failed` : ""
        }
        right={
          <Seg
            label="State"
            value={state ?? ""}
            options={[
              { value: "", label: "All" },
              ...(["waiting", "given_up"] as const).map((one) => ({ value: one, label: label(one) })),
            ]}
            onChange={(value) => void setState(DELIVERY_STATES.find((one) => one === value) ?? null)}
          />
        }
      >
        {error && !list.isFetchNextPageError ? (
          <NotRead what="the delivery log" error={error} onRetry={() => void refetch()} />
        ) : null}
        {!data && !error ? <SkeletonRows rows={6} label="Loading the delivery log" /> : null}
        {data && rows.length === 0 ? (
          <Note>
            {state === null
              ? "No deliveries yet. Emails and posts of the last 14 days appear here."
              : "No matching messages"}
          </Note>
        ) : null}
        {rows.length > 0 ? (
          <Table caption="Emails and posts to channels" stacks>
            <thead>
              <tr>
                <HeadCell>When</HeadCell>
                <HeadCell>To</HeadCell>
                <HeadCell>What</HeadCell>
                <HeadCell>By</HeadCell>
                <HeadCell>State</HeadCell>
                <HeadCell>What happened</HeadCell>
                <HeadCell>
                  <span className={textStyles.visuallyHidden}>Action</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <DeliveryRow key={row.id} row={row} onRetry={() => void retry(row)} />
              ))}
            </tbody>
          </Table>
        ) : null}
        <ShowMore list={list} label="Show older" />
      </Section>
    </>
  );
}

function DeliveryRow({ row, onRetry }: { row: Delivery; onRetry: () => void }) {
  const words = row.state === "waiting" ? "Send now" : "Send again";
  const canRetry = row.state === "waiting" || row.state === "given_up";
  return (
    <Row>
      <td data-label="When">
        <Moment at={row.createdAt} />
      </td>
      <td data-label="To">{row.to}</td>
      <td data-label="What">
        {codeWords(row.kind)}
        {row.restricted ? ", restricted item" : row.item ? `, ${row.item}` : ""}
      </td>
      <td data-label="By">{WAY_WORDS[row.way]}</td>
      <td data-label="State">
        <Status kind={GLYPHS[row.state]}>{DELIVERY_STATE_WORDS[row.state]}</Status>
      </td>
      <td data-label="What happened" className={styles.happened}>
        {row.error ?? (row.settledAt ? <Moment at={row.settledAt} /> : "on its way")}
        {row.tries > 0 && row.state !== "sent" ? `, ${countWords(row.tries, "try", "tries")}` : ""}
        {row.nextTryAt ? (
          <>
            , next <Moment at={row.nextTryAt} />
          </>
        ) : null}
      </td>
      <td className={textStyles.rightAligned}>
        {canRetry ? (
          <Button kind="ghost" aria-label={`${words} to ${row.to}`} onClick={onRetry}>
            {words}
          </Button>
        ) : null}
      </td>
    </Row>
  );
}

/** Returns the subject of a delivery, without any text of its message. */
function codeWords(code: string): string {
  const channel = CHANNEL_KINDS.find((kind) => code === `channel.${kind}`);
  return channel ? CHANNEL_KIND_WORDS[channel].name : MESSAGE_KIND_WORDS[messageKindOf(code)].name;
}
