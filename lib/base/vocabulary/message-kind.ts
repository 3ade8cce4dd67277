import { LADDER_RUNGS } from "./ladder.ts";

/** Kinds of messages for which a person chooses the channel. */
export const MESSAGE_KINDS = [
  "asked",
  "dates",
  "ladder",
  "mentions",
  "watched",
  "team",
  "published",
  "monday",
  "digest",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_KIND_WORDS: Record<MessageKind, { name: string; what: string }> = {
  asked: { name: "Asked of me", what: "verify, approve, decide, answer" },
  dates: { name: "My dates", what: "late items, deadlines, waivers that end, updates due" },
  ladder: { name: "Reminders", what: "late actions, and deadlines within a day" },
  mentions: { name: "Mentions and replies", what: "in comments" },
  watched: { name: "News of my items", what: "what others do with my items, and conditions that I follow" },
  team: { name: "My team", what: "its new, verified and declined actions" },
  published: { name: "Published reviews", what: "reviews that I took part in" },
  monday: { name: "Monday programme", what: "the week, and minutes of meetings" },
  digest: { name: "The daily digest", what: "one email a day" },
};

/** The channels of a kind for a person. */
export interface MessageWays {
  inbox: boolean;
  /** An email at once. */
  mail: boolean;
  /** A line in the daily digest. */
  digest: boolean;
}

export const MESSAGE_DEFAULTS: Record<MessageKind, MessageWays> = {
  asked: { inbox: true, mail: true, digest: false },
  dates: { inbox: true, mail: false, digest: true },
  ladder: { inbox: true, mail: true, digest: true },
  mentions: { inbox: true, mail: false, digest: true },
  watched: { inbox: true, mail: false, digest: true },
  team: { inbox: false, mail: false, digest: true },
  published: { inbox: true, mail: false, digest: true },
  monday: { inbox: true, mail: true, digest: false },
  digest: { inbox: true, mail: true, digest: false },
};

/** Kinds that always go to the inbox, because they ask something of a person. Their emails can be turned off. */
export const ALWAYS_IN_INBOX: readonly MessageKind[] = ["asked", "dates", "ladder", "digest"];
export const canLeaveInbox = (kind: MessageKind): boolean => !ALWAYS_IN_INBOX.includes(kind);

/** The daily message about late and due items. */
export const DIGEST_CODE = "digest";
/** A digest of nothing but other messages. It is only mailed, because those are in the inbox. */
export const NEWS_CODE = "digest.news";
export const MONDAY_CODE = "programme.monday";
export const MINUTES_CODE = "programme.minutes";

/** The codes of messages, by kind. A code that isn't listed is news of an item. */
const CODES: Record<Exclude<MessageKind, "watched">, readonly string[]> = {
  asked: [
    "action_item.asked",
    "action_item.ask_withdrawn",
    "action_item.decline_asked",
    "action_item.assigned",
    "action_item.to_verify",
    "action_item.waiver_requested",
    "comment.assigned",
    "review_task.assigned",
    "review.to_approve",
    "review.changes_asked",
    "strategic_change.asked",
    "strategic_change.ask_withdrawn",
    "strategic_change.assigned",
    "strategic_change.needs_help",
    "strategic_change.effect_due",
    "programme.asked",
  ],
  dates: [
    "action_item.waiver_ends_soon",
    "action_item.waiver_ended",
    "action_item.still_wanted",
    "strategic_change.update_due",
    "deadline.before",
    "deadline.passed",
    "review_task.late",
  ],
  ladder: [...LADDER_RUNGS.map((rung) => `ladder.${rung}`), "deadline.before_urgent", "deadline.passed_urgent"],
  mentions: ["mention", "comment"],
  team: ["action_item.team_new", "action_item.team_settled"],
  published: ["review.published", "review.published_again"],
  monday: [MONDAY_CODE, MINUTES_CODE],
  digest: [DIGEST_CODE, NEWS_CODE],
};

/** Returns the codes of a kind. For "watched", all codes that are of another kind. */
export function codesOf(kind: MessageKind): { codes: readonly string[]; isOthers: boolean } {
  if (kind === "watched") return { codes: Object.values(CODES).flat(), isOthers: true };
  return { codes: CODES[kind], isOthers: false };
}

/** Returns the kind of a message. */
export const messageKindOf = (code: string): MessageKind =>
  MESSAGE_KINDS.find((kind) => kind !== "watched" && CODES[kind].includes(code)) ?? "watched";

/** Events that end a snooze: the item changes or is due, or only that it is due. */
export const SNOOZE_ENDS = ["change", "due"] as const;
export type SnoozeEnd = (typeof SNOOZE_ENDS)[number];

/** The tabs of the inbox. */
export const INBOX_STATES = ["new", "snoozed", "done"] as const;
export type InboxState = (typeof INBOX_STATES)[number];
