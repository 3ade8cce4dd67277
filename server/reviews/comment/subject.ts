import type { Actor } from "#lib/base/access/actor.ts";
import { forbidden } from "#lib/base/errors.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";

/** The subject of a thread: a review, or a record of an area that comes after it. */
export interface ThreadSubject {
  id: string;
  /** The column of its threads. */
  column: { reviewId: string } | { actionItemId: string } | { changeId: string };
  title: string;
  /** Its page, in messages. */
  href: string;
  /** The incident whose restriction messages and audit entries inherit. */
  incidentId: string | null;
  /** People who are notified of each comment, if they can read it. */
  followers: readonly string[];
  mayComment: boolean;
  reads: (ctx: Ctx, actor: Actor, thread: { id: string; onVersion: number | null }) => Promise<boolean>;
  readersAmong: (tx: TxCtx, ids: readonly string[]) => Promise<string[]>;
  /** Throws `invalid` for a passage that it doesn't have. */
  checkPassage: (tx: TxCtx, passage: { blockId: string | null; onVersion: number | null }) => Promise<void>;
}

/** Throws `forbidden` if the actor can read it, but not comment on it. */
export function authorizeComment({ mayComment }: ThreadSubject): void {
  if (!mayComment) throw forbidden();
}

/** Returns what the key in the address names, as the actor can see it. Throws `not_found`. */
export type FindSubject = (ctx: Ctx, key: string) => Promise<ThreadSubject>;
