"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { ConnectTracker } from "#components/follow/tracker/connect-tracker.tsx";
import { TrackerDetail } from "#components/follow/tracker/tracker-detail.tsx";
import { aboutWords, healthOf } from "#components/follow/tracker/tracker-words.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { ChipButton } from "#components/ui/labels/chip.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { TRACKER_VENDOR_WORDS, TRACKER_VENDORS, type TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { TrackerRow } from "#lib/contract/tracker.ts";
import styles from "./trackers.module.css";

type Connecting = { vendor: TrackerVendor; row: TrackerRow | null };

/** The connections to issue trackers, and one of them open below. */
export function Trackers() {
  const client = useQueryClient();
  const [open, setOpen] = useQueryState("tracker", parseAsString);
  const [connecting, setConnecting] = useState<Connecting | null>(null);
  const { data, error, refetch } = useQuery(reads.tracker.list());
  const rows = data?.items ?? [];
  const past = useQuery(reads.tracker.removed()).data?.items ?? [];
  const opened = rows.find(({ id }) => id === open) ?? (rows.length === 1 ? rows[0] : undefined);
  const remove = async ({ id, version, name }: TrackerRow, removed: boolean) => {
    try {
      const changed = await api.tracker.update({ id, version, removed });
      toastDone(removed ? `${name} removed. Its issues are no longer synced.` : `${name} restored`, {
        undo: () => void remove(changed, !removed),
      });
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "tracker");
    }
  };
  const connect = (
    <div className={styles.vendors}>
      {TRACKER_VENDORS.map((vendor) => (
        <ChipButton key={vendor} dashed onClick={() => setConnecting({ vendor, row: null })}>
          <Plus size={12} /> {TRACKER_VENDOR_WORDS[vendor]}
        </ChipButton>
      ))}
    </div>
  );
  return (
    <>
      <Section id="trackers" title="Trackers" count={data && countOf(rows)}>
        {error ? <NotRead what="trackers" error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={3} label="Loading trackers" /> : null}
        {data && rows.length === 0 ? (
          <EmptyState title="No tracker connected">
            Connect the tracker where your teams work. An action and its issue then have the same title, state, owner
            and due date.
          </EmptyState>
        ) : null}
        {rows.length > 0 ? (
          <TrackerTable
            rows={rows}
            open={opened?.id}
            onOpen={(id) => void setOpen(id)}
            onConnect={(row) => setConnecting({ vendor: row.vendor, row })}
            onRemove={(row) => void remove(row, true)}
          />
        ) : null}
        {data ? connect : null}
      </Section>
      <Removed
        onRestore={async (row) => (row.asksToken ? setConnecting({ vendor: row.vendor, row }) : remove(row, false))}
      />
      {opened ? (
        <TrackerDetail
          key={opened.id}
          id={opened.id}
          onConnect={() => setConnecting({ vendor: opened.vendor, row: opened })}
        />
      ) : null}
      {connecting ? (
        <ConnectTracker
          vendor={connecting.vendor}
          row={connecting.row && ([...rows, ...past].find(({ id }) => id === connecting.row?.id) ?? connecting.row)}
          onClose={() => setConnecting(null)}
          onDone={(id) => void setOpen(id)}
        />
      ) : null}
    </>
  );
}

/** Connections that were removed. Without a token any more, one asks for it. */
function Removed({ onRestore }: { onRestore: (row: TrackerRow) => Promise<void> }) {
  const { data, error, refetch } = useQuery(reads.tracker.removed());
  const [restoringId, setRestoringId] = useState<string | null>(null);
  const restore = async (row: TrackerRow) => {
    setRestoringId(row.id);
    await onRestore(row);
    setRestoringId(null);
  };
  if (error) return <NotRead what="removed connections" error={error} onRetry={() => void refetch()} />;
  const rows = data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <details className={styles.past}>
      <summary>{countWords(rows.length, "removed connection")}</summary>
      <ul className={styles.removed}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              {TRACKER_VENDOR_WORDS[row.vendor]}, {row.name}
              <span className={textStyles.caption}>
                removed {row.removedAt ? <Moment at={row.removedAt} /> : null}
                {row.asksToken ? ". Its token is deleted" : ""}
              </span>
            </span>
            <Button busy={restoringId === row.id} onClick={() => void restore(row)}>
              Restore<span className={textStyles.visuallyHidden}> {row.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const countOf = (rows: readonly TrackerRow[]) =>
  rows.length === 0
    ? ""
    : `${rows.length} connected, ${countWords(
        rows.reduce((sum, { linked }) => sum + linked, 0),
        "linked issue",
      )}`;

interface TableProps {
  rows: readonly TrackerRow[];
  open: string | undefined;
  onOpen: (id: string) => void;
  onConnect: (row: TrackerRow) => void;
  onRemove: (row: TrackerRow) => void;
}

function TrackerTable({ rows, open, onOpen, onConnect, onRemove }: TableProps) {
  const now = new Date();
  return (
    <Table caption="Connections to issue trackers" className={styles.table}>
      <thead>
        <tr>
          <HeadCell>Connection</HeadCell>
          <HeadCell>Health</HeadCell>
          <HeadCell right className={styles.linked}>
            Linked
          </HeadCell>
          <HeadCell>
            <span className={textStyles.visuallyHidden}>More</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { glyph, words } = healthOf(row, now);
          return (
            <Row key={row.id} current={row.id === open}>
              <td>
                <button
                  type="button"
                  className={cx(textStyles.link, textStyles.emphasis)}
                  onClick={() => onOpen(row.id)}
                >
                  {TRACKER_VENDOR_WORDS[row.vendor]}, {row.name}
                </button>
                <p className={textStyles.caption}>{aboutWords(row)}</p>
              </td>
              <td>
                <Status kind={glyph}>{words}</Status>
              </td>
              <td className={cx(textStyles.figureCell, styles.linked)}>{row.linked}</td>
              <td className={textStyles.rightAligned}>
                <Menu
                  align="end"
                  trigger={<BareIconButton label={`Actions for ${row.name}`} icon={<Ellipsis size={14} />} />}
                >
                  <MenuItem onSelect={() => onConnect(row)}>
                    {row.state === "refused" ? "Connect again" : "Edit connection"}
                  </MenuItem>
                  <MenuItem onSelect={() => onRemove(row)}>Remove connection</MenuItem>
                </Menu>
              </td>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
