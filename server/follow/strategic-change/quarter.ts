import { refuse } from "#lib/base/errors.ts";
import { type Quarter, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { tellChange } from "./tell.ts";

interface Planned {
  number: number;
  targetQuarter: Quarter | null;
}

/** Returns whether a change moves from a quarter that was promised. A first quarter isn't a move. */
export const movesQuarter = ({ targetQuarter }: Planned, to: Quarter | null | undefined): boolean =>
  targetQuarter !== null && to !== undefined && to !== targetQuarter;

const nameOf = (quarter: Quarter | null) => (quarter === null ? "no quarter" : quarterWords(quarter));

/** Throws `rule` for a move to another quarter without a reason. */
export function checkReason({ number }: Planned, to: Quarter | null, reason: string | undefined): void {
  const message = `${changeKeyOf(number)} moves to ${nameOf(to)}. Explain why.`;
  if (reason === undefined) throw refuse("reason_needed", message, "reason");
}

/** Notifies the sponsor of a move to another quarter. */
export const tellMoved = (
  tx: TxCtx,
  row: Planned & { title: string; sponsorId: string | null },
  to: Quarter | null,
  body: string,
) =>
  tellChange(tx, row.sponsorId, row, {
    kind: "strategic_change.rescheduled",
    subject: `Moved to ${nameOf(to)}: ${changeKeyOf(row.number)} ${row.title}`,
    body,
  });
