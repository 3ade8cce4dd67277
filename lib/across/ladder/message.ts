import { daysBetween, type LocalDate, longDay } from "#lib/base/time/local-date.ts";
import type { LadderRung } from "#lib/base/vocabulary/ladder.ts";
import { latenessWords } from "#lib/follow/action-item/lateness.ts";

interface Told {
  rung: LadderRung;
  key: string;
  title: string;
  /** Nothing of a restricted action is in a message. */
  restricted: boolean;
  isThirdMove: boolean;
  dueDate: LocalDate;
  today: LocalDate;
}

const REASONS: Record<LadderRung, string> = {
  owner_before: "You own it.",
  owner_due: "You own it.",
  manager: "You manage its team, and its owner was told before.",
  tpm: "You are the TPM, and the manager of its team was told before.",
  parent_manager: "You manage the parent of its team, and a TPM was told before.",
};

export const RESTRICTED_TITLE = "Restricted item";

/** Returns subject and body of the message about a rung. */
export function rungMessage(told: Told): { subject: string; body: string } {
  const { rung, key, title, restricted, isThirdMove, dueDate, today } = told;
  const days = daysBetween(dueDate, today);
  const name = restricted ? "a restricted action" : `${key} ${title}`;
  const lateness = latenessWords(days);
  const subject = isThirdMove ? `Due date moved again: ${name}` : `${days > 0 ? "Late" : "Due"}: ${name}, ${lateness}`;
  const moved = isThirdMove ? "Its due date moved at least three times. " : "";
  return { subject, body: restricted ? "Open it in Afterword." : `${moved}Due ${longDay(dueDate)}. ${REASONS[rung]}` };
}
