"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { momentWords } from "#components/ui/labels/moment-words.ts";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { asSentence, countWords } from "#lib/base/text/sentence.ts";
import { SYNCED_FIELD_WORDS, TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Tracker } from "#lib/contract/tracker.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import styles from "./tracker-detail.module.css";
import { TrackerHook } from "./tracker-hook.tsx";
import { TrackerLog } from "./tracker-log.tsx";
import { TrackerPeople } from "./tracker-people.tsx";

/** One connection: its health, conflicts, mapping, people, webhook and log. */
export function TrackerDetail({ id, onConnect }: { id: string; onConnect: () => void }) {
  const { data: tracker, error, refetch } = useQuery(reads.tracker.get(id));
  if (error) return <NotRead what="the connection" error={error} onRetry={() => void refetch()} />;
  if (!tracker) return <SkeletonRows rows={6} label="Loading the connection" />;
  return (
    <>
      <Health tracker={tracker} onConnect={onConnect} />
      {tracker.conflictsNow.map((conflict) => (
        <Section
          key={`${conflict.issueId} ${conflict.field}`}
          title="Conflict"
          count={`${conflict.actionKey} and ${conflict.ref}, ${SYNCED_FIELD_WORDS[conflict.field].toLowerCase()}`}
        >
          <ConflictNotice
            conflict={conflict}
            there={TRACKER_VENDOR_WORDS[tracker.vendor]}
            isPaused={tracker.state === "paused"}
          />
        </Section>
      ))}
      <MappingEditor tracker={tracker} />
      <TrackerPeople tracker={tracker} />
      <TrackerHook tracker={tracker} />
      <TrackerLog tracker={tracker} />
    </>
  );
}

function Health({ tracker, onConnect }: { tracker: Tracker; onConnect: () => void }) {
  const client = useQueryClient();
  const [isLooking, setLooking] = useState(false);
  const { id, version, name, vendor, state } = tracker;
  const label = TRACKER_VENDOR_WORDS[vendor];
  const change = async (paused: boolean) => {
    try {
      await api.tracker.update({ id, version, paused });
      toastDone(paused ? "Paused. Changes wait until you resume." : "Resumed");
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "tracker");
    }
  };
  const look = async () => {
    setLooking(true);
    try {
      await api.tracker.look({ id });
      toastDone(`Checking ${label} for changes`);
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      setLooking(false);
      await refresh(client, "tracker");
    }
  };
  return (
    <Section
      id="tracker-health"
      title={`${label}, ${name}`}
      count={
        <>
          connected <Moment at={tracker.connectedAt} />
          {tracker.connectedBy ? ` by ${tracker.connectedBy}` : ""}
          {tracker.signedInAs ? `, signed in as ${tracker.signedInAs}` : ""}
        </>
      }
      wraps
      right={
        <span className={styles.steps}>
          <Button kind="ghost" onClick={() => void change(state !== "paused")}>
            {state === "paused" ? "Resume" : "Pause"}
          </Button>
          <Button
            busy={isLooking}
            busyLabel="Looking"
            disabledReason={
              state === "active" ? undefined : state === "paused" ? "Resume first" : "Connect again first"
            }
            onClick={() => void look()}
          >
            Check now
          </Button>
        </span>
      }
    >
      {state === "refused" ? (
        <Banner tone="bad" action={<Button onClick={onConnect}>Connect again</Button>}>
          {asSentence(tracker.problem ?? `${label} rejects the token`)} Changes wait until you connect again.
        </Banner>
      ) : tracker.problem ? (
        <Banner tone="warn">{tracker.problem}</Banner>
      ) : tracker.waitsUntil ? (
        <Banner tone="warn">
          {label} asks to wait until <Moment at={tracker.waitsUntil} />. Changes wait.
        </Banner>
      ) : null}
      <Figures tracker={tracker} />
    </Section>
  );
}

/** Changes since a pause aren't counted, because they are compared when it ends. */
function waitingWords({ conflictsNow, waiting, state }: Tracker): string {
  const conflicts = countWords(conflictsNow.length, "conflict");
  return state === "active"
    ? `${conflicts}, ${countWords(waiting, "change")} to send`
    : `${conflicts}, and changes made since`;
}

function Figures({ tracker }: { tracker: Tracker }) {
  const now = new Date();
  const ago = (at: string | null) => (at === null ? null : momentWords(new Date(at), now));
  const { conflictsNow, waiting, lastLookFound } = tracker;
  return (
    <MetricsStrip
      items={[
        { label: "Last webhook", value: ago(tracker.lastHookAt), missing: "Never" },
        {
          label: "Last check",
          value: ago(tracker.lastLookAt),
          missing: "Never",
          note:
            lastLookFound === null
              ? undefined
              : lastLookFound === 0
                ? "no missed changes"
                : `found ${countWords(lastLookFound, "change")}`,
        },
        { label: "In 7 days", value: String(tracker.changes7), note: `changes, ${tracker.changesFrom7} from there` },
        {
          label: "Waiting",
          value: String(conflictsNow.length + waiting),
          note: waitingWords(tracker),
          warm: conflictsNow.length > 0,
        },
      ]}
    />
  );
}
