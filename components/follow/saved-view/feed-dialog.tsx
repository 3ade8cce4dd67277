"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import type { CalendarFeed, SavedView } from "#lib/contract/saved-view.ts";
import styles from "./feed-dialog.module.css";

export interface FeedDialogProps {
  view: SavedView | undefined;
  onClose: () => void;
}

const nameOf = ({ view }: Pick<CalendarFeed, "view">) => view?.name ?? "My actions";

/** My calendar feeds, and new ones of my actions and of the view that is shown. */
export function FeedDialog({ view, onClose }: FeedDialogProps) {
  const client = useQueryClient();
  const list = useQuery(reads.calendarFeed.list());
  const [made, setMade] = useState<Pick<CalendarFeed, "id"> & { url: string }>();
  const write = async (run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh(client, "calendar_feed");
  };
  const create = (viewId: string | null) => write(async () => setMade(await api.calendarFeed.create({ viewId })));
  const replace = (feed: CalendarFeed) =>
    write(async () => {
      setMade(await api.calendarFeed.create({ viewId: feed.view?.id ?? null, replacesId: feed.id }));
      toastDone(`New URL for ${nameOf(feed)}. Replace the old URL in your calendars.`);
    });
  const revoke = (feed: CalendarFeed) =>
    write(async () => {
      await api.calendarFeed.revoke({ id: feed.id });
      setMade((last) => (last?.id === feed.id ? undefined : last));
      toastDone(`Calendar feed of ${nameOf(feed)} revoked`);
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Calendar feeds"
      description="Add a feed's URL to your calendar to see due dates there. Anyone who has the URL can read them without signing in. Titles of restricted actions aren't in it."
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {made ? (
        <CopyField label="Feed URL" value={made.url} note="Shown once. Copy it now, because you can't see it again." />
      ) : null}
      <div className={styles.create}>
        <Button onClick={() => void create(null)}>Create feed of my actions</Button>
        {view ? <Button onClick={() => void create(view.id)}>Create feed of “{view.name}”</Button> : null}
      </div>
      {view ? null : <Note>To create a feed of a view, save the view first.</Note>}
      {list.isPending ? <SkeletonText lines={2} label="Loading calendar feeds" /> : null}
      {list.isError ? <NotRead what="calendar feeds" error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && list.data.items.length > 0 ? (
        <ul className={styles.feeds} aria-label="Calendar feeds">
          {list.data.items.map((feed) => (
            <li key={feed.id}>
              <span>
                {nameOf(feed)}
                <small>
                  Created <Moment at={feed.createdAt} />, last read{" "}
                  {feed.lastReadAt ? <Moment at={feed.lastReadAt} /> : "never"}
                </small>
              </span>
              <Button
                kind="ghost"
                aria-label={`Revoke and create another: ${nameOf(feed)}`}
                onClick={() => void replace(feed)}
              >
                Revoke and create another
              </Button>
              <Button kind="ghost" aria-label={`Revoke ${nameOf(feed)}`} onClick={() => void revoke(feed)}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
