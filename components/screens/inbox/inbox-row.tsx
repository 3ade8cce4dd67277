"use client";

import {
  AlarmClock,
  BellRing,
  BookOpenText,
  CalendarClock,
  Check,
  Ellipsis,
  ListChecks,
  type LucideIcon,
  Mail,
  MessageSquare,
  Newspaper,
  ShieldCheck,
  Undo2,
  UsersRound,
} from "lucide-react";
import NextLink from "next/link";
import type { MouseEvent } from "react";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton, IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ListRow } from "#components/ui/lists/rows.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { itemTimes, type SnoozeTime } from "#lib/across/notification/snooze-times.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { type InboxState, type MessageKind, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import type { Notification } from "#lib/contract/notification.ts";
import styles from "./inbox.module.css";

const ICONS: Record<MessageKind, LucideIcon> = {
  asked: ShieldCheck,
  dates: CalendarClock,
  ladder: BellRing,
  mentions: MessageSquare,
  watched: Newspaper,
  team: UsersRound,
  published: BookOpenText,
  monday: ListChecks,
  digest: Mail,
};

export interface RowActions {
  onOpen: () => void;
  onMark: () => void;
  onFinish: () => void;
  onMute: () => void;
  onWake: () => void;
  onSnooze: (time: SnoozeTime) => void;
  onPickDay: () => void;
}

interface InboxRowProps {
  item: Notification;
  state: InboxState;
  current: boolean;
  times: readonly SnoozeTime[];
  today: LocalDate;
  isSnoozing: boolean;
  onSnoozing: (open: boolean) => void;
  actions: RowActions;
}

/** One message: its kind, tinted while unread, what happened, when, and what can be done with it. */
export function InboxRow({ item, state, current, times, today, isSnoozing, onSnoozing, actions }: InboxRowProps) {
  const Icon = ICONS[messageKindOf(item.kind)];
  const unread = item.readAt === null && state === "new";
  // The browser opens a new tab. The message is read in both cases.
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    actions.onOpen();
  };
  return (
    <ListRow className={styles.line} current={current} data-key={item.id} data-unread={unread || undefined}>
      <span className={styles.kind} aria-hidden="true">
        <Icon size={14} />
      </span>
      <NextLink data-row href={item.href} className={layoutStyles.fill} onClick={press}>
        {unread ? <span className={textStyles.visuallyHidden}>Unread: </span> : null}
        <span className={styles.subject}>{item.subject}</span>
        {item.body ? (
          <span className={cx(textStyles.secondary, textStyles.twoLines, styles.body)}>{item.body}</span>
        ) : null}
        {item.settled && state === "new" ? (
          <span className={cx(textStyles.note, styles.body)}>No answer needed</span>
        ) : null}
      </NextLink>
      <span className={styles.side}>
        {state === "snoozed" && item.wakes === "change" ? (
          <span className={cx(textStyles.note, textStyles.unbroken)}>until it changes</span>
        ) : (
          <Moment
            at={state === "snoozed" ? item.shownAt : item.createdAt}
            className={cx(textStyles.note, textStyles.unbroken)}
          />
        )}
        {state === "new" ? (
          <>
            <IconButton label="Done" keys="e" icon={<Check size={14} />} onClick={actions.onFinish} />
            <Menu
              align="end"
              open={isSnoozing}
              onOpenChange={onSnoozing}
              trigger={<BareIconButton label="Snooze" title="Snooze" icon={<AlarmClock size={14} />} />}
            >
              <MenuLabel>Snooze until</MenuLabel>
              {[...times, ...itemTimes(item, today)].map((time) => (
                <MenuItem key={time.label} detail={time.when} onSelect={() => actions.onSnooze(time)}>
                  {time.label}
                </MenuItem>
              ))}
              <MenuSeparator />
              <MenuItem onSelect={actions.onPickDay}>Pick a day</MenuItem>
            </Menu>
          </>
        ) : (
          <IconButton
            label={state === "snoozed" ? "Show now" : "Move to New"}
            icon={<Undo2 size={14} />}
            onClick={state === "snoozed" ? actions.onWake : actions.onFinish}
          />
        )}
        <Menu align="end" trigger={<BareIconButton label="More" icon={<Ellipsis size={14} />} />}>
          <MenuItem keys="u" onSelect={actions.onMark}>
            {item.readAt === null ? "Mark as read" : "Mark as unread"}
          </MenuItem>
          {itemOf(item.href) ? (
            <MenuItem keys="m" detail="Its requests to you stay in the inbox" onSelect={actions.onMute}>
              Mute this item
            </MenuItem>
          ) : null}
          <MenuItem href="/settings/messages">Change message settings</MenuItem>
        </Menu>
      </span>
    </ListRow>
  );
}
