"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Mail, MailOpen } from "lucide-react";
import NextLink from "next/link";
import { useRouter } from "next/navigation";
import { parseAsBoolean, useQueryState } from "nuqs";
import { type MouseEvent, useRef, useState } from "react";
import { useMark } from "#components/across/notification/use-mark.ts";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useCurrentRow } from "#components/ui/keys/use-current-row.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { Notification } from "#lib/contract/notification.ts";
import styles from "./inbox.module.css";

type InboxRowProps = { item: Notification; current: boolean; onOpen: () => void; onMark: () => void };

/** One line of the inbox: a dot while unread, what happened, and when. */
function InboxRow({ item, current, onOpen, onMark }: InboxRowProps) {
  const unread = item.readAt === null;
  // The browser opens a new tab. The notification is read in both cases.
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <ListRow className={styles.line} current={current} data-unread={unread || undefined}>
      <i className={styles.dot} aria-hidden="true" />
      <NextLink data-row href={item.href} className="fill" onClick={press}>
        {unread ? <span className="visually-hidden">Unread: </span> : null}
        <span className={styles.subject}>{item.subject}</span>
        {item.body ? <span className="second two-lines">{item.body}</span> : null}
      </NextLink>
      <Moment at={item.createdAt} className="muted nowrap small" />
      <IconButton
        className={styles.mark}
        label={unread ? "Mark as read" : "Mark as unread"}
        keys="u"
        icon={unread ? <MailOpen size={14} /> : <Mail size={14} />}
        onClick={onMark}
      />
    </ListRow>
  );
}

/** My notifications, newest first. Opening one marks it as read. */
export function Inbox() {
  const router = useRouter();
  const unreadCount = useMe()?.unread ?? 0;
  const [all] = useQueryState("all", parseAsBoolean.withDefault(false));
  const [current, setCurrent] = useState(-1);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    reads.notification.list(!all),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const { mark, markAll } = useMark();
  const open = (index: number) => {
    const item = items[index];
    if (!item) return;
    if (item.readAt === null) void mark([item], true);
    router.push(item.href);
  };
  const list = useRef<HTMLUListElement>(null);
  useCurrentRow(list, current);
  useListKeys({ current, count: items.length, onMove: setCurrent, onOpen: open });
  useKeys([
    {
      keys: "u",
      label: "Mark as read or unread",
      group: "List",
      run: () => {
        const item = items[current];
        if (item) void mark([item], item.readAt === null);
      },
    },
  ]);
  return (
    <Page>
      <PageHead
        title="Inbox"
        sub={unreadCount > 0 ? `${unreadCount} unread` : "All read"}
        actions={
          unreadCount > 0 ? <Button onClick={() => void markAll(items, hasNextPage)}>Mark all as read</Button> : null
        }
      />
      <LinkTabs
        label="Inbox"
        items={[
          { href: "/inbox", label: "Unread", count: unreadCount || undefined, current: !all },
          { href: "/inbox?all=true", label: "All", current: all },
        ]}
      />
      <h2 className="visually-hidden">{all ? "All" : "Unread"}</h2>
      {error ? <NotRead what="your inbox" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows label="Loading your inbox" /> : null}
      {data && items.length === 0 ? (
        <EmptyState title={all ? "No notifications" : "No unread notifications"}>
          {all
            ? "Mentions, replies and work assigned to you appear here, and in your email if the server sends email."
            : "Read notifications stay under All."}
        </EmptyState>
      ) : null}
      <Rows ref={list}>
        {items.map((item, index) => (
          <InboxRow
            key={item.id}
            item={item}
            current={index === current}
            onOpen={() => open(index)}
            onMark={() => void mark([item], item.readAt === null)}
          />
        ))}
      </Rows>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} busyLabel="Loading" onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </Page>
  );
}
