"use client";
import { Inbox } from "lucide-react";
import NextLink from "next/link";
import { Tooltip } from "#components/ui/tooltip.tsx";

/** Goes to the inbox; a dot and the spoken count say that something is unread. */
export function InboxButton({ href, unread }: { href: string; unread: number }) {
  const label = unread > 0 ? `Inbox, ${unread} unread` : "Inbox";
  return (
    <Tooltip label={label}>
      <NextLink className="ib" href={href} aria-label={label}>
        <Inbox className="i" />
        {unread > 0 ? <i className="dot" /> : null}
      </NextLink>
    </Tooltip>
  );
}
