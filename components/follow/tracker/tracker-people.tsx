"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { usePeople } from "#components/follow/action-item/use-people.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Tracker, TrackerPerson } from "#lib/contract/tracker.ts";
import styles from "./tracker-people.module.css";

/** Accounts there, and who each is here. */
export function TrackerPeople({ tracker }: { tracker: Tracker }) {
  const client = useQueryClient();
  const people = usePeople();
  const { data, error, refetch } = useQuery(reads.tracker.people(tracker.id));
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  const set = async ({ remoteId, name, person }: TrackerPerson, personId: string | null) => {
    try {
      const changed = await api.tracker.setPerson({ id: tracker.id, remoteId, personId });
      const before = person?.id ?? null;
      toastDone(changed.person ? `${name} linked to ${changed.person.name}` : `${name} unlinked`, {
        undo: () => void set(changed, before),
      });
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "tracker");
    }
  };
  return (
    <Section id="tracker-people" title="People" count={`${label} accounts and the people they belong to`}>
      {error ? <NotRead what="people" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading people" /> : null}
      {data?.items.length === 0 ? <Note>No accounts yet. People who are assigned to issues appear here.</Note> : null}
      <ul className={styles.people}>
        {data?.items.map((one) => (
          <li key={one.remoteId}>
            <span className={textStyles.truncated}>{one.name}</span>
            <Combobox
              label={`Person for ${one.name}`}
              value={one.person?.id ?? ""}
              options={[{ value: "", label: "No matching person", isNone: true }, ...people.options]}
              nameOf={(id) => (id === one.person?.id ? one.person.name : people.nameOf(id))}
              onSearch={people.onSearch}
              onChange={(id) => void set(one, id || null)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
