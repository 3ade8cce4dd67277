"use client";

import { Mail, MailOpen } from "lucide-react";
import NextLink from "next/link";
import { type MouseEvent, useEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { Notification } from "#lib/contract/notification.ts";

type InboxRowProps = { item: Notification; current: boolean; onOpen: () => void; onMark: () => void };

/** One line of the inbox: a dot while unread, what happened, since when. */
export function InboxRow({ item, current, onOpen, onMark }: InboxRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const unread = item.readAt === null;
  // A new tab is the browser's own; the line is read all the same when it is opened here.
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <li
      ref={row}
      className={current ? "row cur" : "row"}
      aria-current={current || undefined}
      data-unread={unread || undefined}
    >
      <i className="dot" aria-hidden="true" />
      <NextLink href={item.href} className="grow" onClick={press}>
        {unread ? <span className="vh">Unread: </span> : null}
        <span className="subj">{item.subject}</span>
        {item.body ? <span className="t2 clamp2">{item.body}</span> : null}
      </NextLink>
      <Moment at={item.createdAt} className="muted nowrap small" />
      <IconButton
        label={unread ? "Mark as read" : "Mark as unread"}
        keys="u"
        icon={unread ? <MailOpen className="i s" /> : <Mail className="i s" />}
        onClick={onMark}
      />
    </li>
  );
}
