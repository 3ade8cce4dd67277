"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { useMark } from "#components/across/notification/use-mark.ts";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { rowFocused, useCurrentRow } from "#components/ui/keys/use-current-row.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { KeyHints } from "#components/ui/page/key-hints.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { groupMessages } from "#lib/across/notification/group-messages.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { morningOf, snoozeTimes } from "#lib/across/notification/snooze-times.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { INBOX_STATES, type InboxState, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import type { Notification } from "#lib/contract/notification.ts";
import styles from "./inbox.module.css";
import { InboxRow, type RowActions } from "./inbox-row.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";

const TABS: Record<InboxState, { label: string; empty: string; words: string }> = {
  new: {
    label: "New",
    empty: "No new messages",
    words: "Messages about items that you own, watch or are asked about appear here.",
  },
  snoozed: {
    label: "Snoozed",
    empty: "No snoozed messages",
    words: "Snooze a message with H. It returns to New at the time you choose, or when its item changes or is due.",
  },
  done: {
    label: "Done",
    empty: "No messages done yet",
    words: "Messages that you mark as done with E, and muted messages, appear here.",
  },
};

/** My messages: what is new, first what asks for an answer. Opening one marks it as read, unless it is snoozed. */
export function Inbox() {
  const router = useRouter();
  const unreadCount = useMe()?.unread ?? 0;
  const zone = useMyZone() ?? "UTC";
  const [state] = useQueryState("tab", parseAsStringLiteral(INBOX_STATES).withDefault("new"));
  const [cursor, setCursor] = useState(-1);
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const [picking, setPicking] = useState<Notification | null>(null);
  const messages = useInfiniteQuery(reads.notification.list(state));
  const { data, error, refetch } = messages;
  const counts = useQuery(reads.notification.counts()).data;
  const { mark, finish, finishAll, snooze, wake, muteItem } = useMark();
  useNewMessages(unreadCount);
  const today = todayIn(zone, new Date());
  const groups = groupMessages(data?.pages.flatMap((page) => page.items) ?? [], { state, today, zone });
  const items = groups.flatMap((group) => group.items);
  // After the last message has left, the one before is current.
  const current = Math.min(cursor, items.length - 1);
  const open = (index: number) => {
    const item = items[index];
    if (!item) return;
    // A snoozed message is unread when its time comes.
    if (item.readAt === null && state !== "snoozed") void mark([item], true);
    router.push(item.href);
  };
  const actionsOf = (item: Notification): RowActions => ({
    onOpen: () => open(items.indexOf(item)),
    onMark: () => void mark([item], item.readAt === null),
    onFinish: () => void finish([item], state !== "done"),
    onMute: () => void muteItem(item, state === "new" ? items.filter((one) => isMutedWith(item, one)) : []),
    onWake: () => void wake(item),
    onSnooze: ({ at, label }) =>
      void snooze([item], at, label.toLowerCase().replace("until ", "").replace("monday", "Monday")),
    onPickDay: () => setPicking(item),
  });
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const list = useRef<HTMLDivElement>(null);
  useCurrentRow(list, items[current]?.id ?? null);
  useListKeys({ current, count: items.length, onMove: setCursor, onOpen: open });
  useInboxKeys({ item: items[current], state, actionsOf, onSnooze: setSnoozing });
  return (
    <Page ref={page} className={styles.page}>
      <PageHead
        title="Inbox"
        sub={unreadCount > 0 ? `${countWords(unreadCount, "message")} unread` : "All read"}
        actions={
          <>
            <ButtonLink href="/settings/messages">Message settings</ButtonLink>
            {state === "new" && items.length > 0 ? (
              <Button icon={<CheckCheck size={14} />} onClick={() => void finishAll(items)}>
                All done
              </Button>
            ) : null}
          </>
        }
      />
      <LinkTabs
        label="Inbox"
        items={INBOX_STATES.map((tab) => ({
          href: tab === "new" ? "/inbox" : `/inbox?tab=${tab}`,
          label: TABS[tab].label,
          count: counts?.[tab],
          current: tab === state,
        }))}
      />
      {error && !messages.isFetchNextPageError ? (
        <NotRead what="your inbox" error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows label="Loading your inbox" /> : null}
      {data && items.length === 0 ? <EmptyState title={TABS[state].empty}>{TABS[state].words}</EmptyState> : null}
      <div ref={list}>
        {groups.map((group) => (
          <section key={group.label} aria-label={group.label}>
            <h2 className={styles.group}>{group.label}</h2>
            <Rows onFocus={rowFocused((key) => setCursor(items.findIndex(({ id }) => id === key)))}>
              {group.items.map((item) => (
                <InboxRow
                  key={item.id}
                  item={item}
                  state={state}
                  current={items[current] === item}
                  times={snoozeTimes(new Date(), zone)}
                  today={today}
                  isSnoozing={snoozing === item.id}
                  onSnoozing={(isOpen) => setSnoozing(isOpen ? item.id : null)}
                  actions={actionsOf(item)}
                />
              ))}
            </Rows>
          </section>
        ))}
      </div>
      <ShowMore list={messages} label="Show older" />
      {items.length > 0 ? (
        <KeyHints
          className={cx(textStyles.wideOnly, styles.hints)}
          hints={[
            [["e"], state === "done" ? "new again" : "done"],
            ...(state === "new" ? [[["h"], "snooze"] as const] : []),
            [["m"], "mute this item"],
            [["u"], "read or unread"],
          ]}
        />
      ) : null}
      {picking ? (
        <SnoozeDialog
          today={today}
          onClose={() => setPicking(null)}
          onPick={(day) => void snooze([picking], morningOf(day, zone), wordsOfDate(day, today))}
        />
      ) : null}
    </Page>
  );
}

/** Returns whether a message is about the same item, and asks nothing. */
const isMutedWith = (muted: Notification, { href, kind }: Notification): boolean =>
  itemOf(href) === itemOf(muted.href) && messageKindOf(kind) !== "asked";

/** A message that arrives while the inbox is open changes only the number of unread ones. */
function useNewMessages(unreadCount: number) {
  const client = useQueryClient();
  const told = useRef(unreadCount);
  useEffect(() => {
    if (told.current === unreadCount) return;
    told.current = unreadCount;
    void refresh(client, "new_message");
  }, [client, unreadCount]);
}

interface InboxKeys {
  /** The current one. */
  item: Notification | undefined;
  state: InboxState;
  actionsOf: (item: Notification) => RowActions;
  onSnooze: (id: string) => void;
}

function useInboxKeys({ item, state, actionsOf, onSnooze }: InboxKeys) {
  const key = (keys: string, label: string, run: (item: Notification) => void) => ({
    ...{ keys, label, group: "List" },
    run: () => {
      if (item) run(item);
    },
  });
  useKeys([
    key("u", "Mark as read or unread", (one) => actionsOf(one).onMark()),
    key("e", state === "done" ? "Move to New" : "Done", (one) => actionsOf(one).onFinish()),
    key("h", "Snooze", (one) => (state === "new" ? onSnooze(one.id) : undefined)),
    key("m", "Mute this item", (one) => actionsOf(one).onMute()),
  ]);
}
