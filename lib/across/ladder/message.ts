import { latenessWords } from "#lib/base/time/lateness-words.ts";
import { daysBetween, type LocalDate, longDay } from "#lib/base/time/local-date.ts";
import { LADDER_RUNG_WHO, type LadderRung } from "#lib/base/vocabulary/ladder.ts";

interface Told {
  rung: LadderRung;
  key: string;
  title: string;
  /** Nothing of a restricted action is in a message. */
  restricted: boolean;
  isThirdMove: boolean;
  /** The policy names this person for the part. */
  isByPolicy?: boolean;
  dueDate: LocalDate;
  today: LocalDate;
}

const WHO: Record<LadderRung, string> = {
  owner_before: "You own it.",
  owner_due: "You own it.",
  manager: "You manage its team.",
  tpm: "You're a TPM.",
  parent_manager: "You manage its parent team.",
};

/** A third move goes to the manager at once, so no one was reminded before. */
const BEFORE: Partial<Record<LadderRung, string>> = {
  manager: " Its owner has already been reminded.",
  tpm: " Its team's manager has already been reminded.",
  parent_manager: " A TPM has already been reminded.",
};

/** Returns subject and body of the message about a rung. */
export function rungMessage(told: Told): { subject: string; body: string } {
  const { rung, key, title, restricted, isThirdMove, isByPolicy = false, dueDate, today } = told;
  const reason = isByPolicy
    ? `A policy names you as ${LADDER_RUNG_WHO[rung]}.`
    : `${WHO[rung]}${isThirdMove ? "" : (BEFORE[rung] ?? "")}`;
  const days = daysBetween(dueDate, today);
  const name = restricted ? "a restricted action" : `${key} ${title}`;
  const lateness = latenessWords(days);
  const subject = isThirdMove ? `Due date moved again: ${name}` : `${days > 0 ? "Late" : "Due"}: ${name}, ${lateness}`;
  const moved = isThirdMove ? "Its due date moved at least three times. " : "";
  return { subject, body: restricted ? "Open it in Afterword." : `${moved}Due ${longDay(dueDate)}. ${reason}` };
}
