"use client";

import { RefreshCw } from "lucide-react";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { problemOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./block-frame.module.css";
import { BlockOptions } from "./block-options.tsx";

interface BlockFrameProps {
  title: string;
  note?: string;
  link?: { href: string; label: string };
  /** Shown instead of the content while the records load, or after an error. */
  state?: BlockState;
  children: ReactNode;
}

/** The place of a live block until its records are drawn. */
export const BlockPlace = () => <div className={cx(styles.block, styles.waiting)} />;

/** A live block: its records, rendered in the text and never copied. */
export function BlockFrame({ title, note, link, state = "ready", children }: BlockFrameProps) {
  return (
    <section
      className={cx(styles.block, state === "pending" && styles.waiting)}
      aria-label={`Live block: ${title.toLowerCase()}`}
    >
      <header className={styles.head}>
        <RefreshCw size={14} className={cx("noprint", styles.icon)} />
        <b>{title}</b>
        {note && state === "ready" ? <span>{note}</span> : null}
        <span className={cx(layoutStyles.atEnd, "noprint", styles.buttons)}>
          {link && state !== "hidden" ? (
            <NextLink className={textStyles.link} href={link.href}>
              {link.label}
            </NextLink>
          ) : null}
          <BlockOptions />
        </span>
      </header>
      {state === "pending" ? <SkeletonText lines={3} /> : null}
      {state === "hidden" ? (
        <p className={textStyles.muted}>
          The incident is restricted to other people. Ask its commander or an admin for access.
        </p>
      ) : null}
      {typeof state === "object" ? (
        <p className={textStyles.muted}>
          Couldn't load these records.{" "}
          <Button kind="ghost" className="noprint" onClick={state.retry}>
            Try again
          </Button>
        </p>
      ) : null}
      {state === "ready" ? children : null}
    </section>
  );
}

/** "hidden": they belong to an incident that the reader of its review can't open. */
export type BlockState = "pending" | { retry: () => void } | "hidden" | "ready";

type Read = { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };

/** Returns the state of a block from its query. */
export function stateOf({ isPending, isError, error, refetch }: Read): BlockState {
  if (isError) return problemOf(error)?.code === "not_found" ? "hidden" : { retry: () => void refetch() };
  return isPending ? "pending" : "ready";
}
