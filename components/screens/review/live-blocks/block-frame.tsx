"use client";

import { RefreshCw } from "lucide-react";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { SkeletonText } from "#components/ui/skeleton.tsx";

interface BlockFrameProps {
  title: string;
  note?: string;
  link?: { href: string; label: string };
  /** Shown instead of the content while the records load, or when they could not be read. */
  state?: "pending" | "failed" | "ready";
  children: ReactNode;
}

/** A live block: its records drawn where they stand in the text, never a second copy. */
export function BlockFrame({ title, note, link, state = "ready", children }: BlockFrameProps) {
  return (
    <section className="blk" aria-label={`Live block: ${title.toLowerCase()}`}>
      <header>
        <RefreshCw className="i s" />
        <b>{title}</b>
        {note ? <span>{note}</span> : null}
        {link ? (
          <NextLink className="right lnk" href={link.href}>
            {link.label}
          </NextLink>
        ) : null}
      </header>
      {state === "pending" ? <SkeletonText lines={3} /> : null}
      {state === "failed" ? (
        <p className="muted">These records could not be read. They are safe; reload the page to try again.</p>
      ) : null}
      {state === "ready" ? children : null}
    </section>
  );
}

/** State of a block from its query. */
export const stateOf = ({ isPending, isError }: { isPending: boolean; isError: boolean }) =>
  isError ? "failed" : isPending ? "pending" : "ready";
