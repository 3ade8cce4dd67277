import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { stageAbroad } from "./languages/stages-abroad.ts";

/** Names of incident stages that status pages put before a public update. */
const STAGE = /^\s*(?:investigating|identified)\s*$/i;
/** The first post and a further one of pages without stages. */
const POST = /^\s*(?:created|updated)\s*$/i;
const ANY_STAGE = /^\s*(?:investigating|identified|update|in progress|verifying)\s*(?:[-–—:]\s*|$)/i;
const OURS = /\b(?:we|our)\b/i;
const WE = /^\s*(?:we(?:'re|'ve|’re|’ve)?|our|this incident|the (?:issue|incident|problem) has)\b/i;

const NUMBERED =
  /^\W{0,3}(?:status )?(?:updates?|aktualisierung|nachtrag|mise à jour|actualización|atualização|aggiornamento|aktualizacja|更新|追記|続報)\s?(?:#|no\.? |nr\.? )?\d{1,2}\W{0,3}$/iu;
/** "Update 3": only the number of a post, which is told below it. */
export const isNumberedUpdate = (title: string): boolean => NUMBERED.test(title);

/** Messages to affected people only. */
const TO_READERS = [
  /\bwe (?:sincerely |deeply )?apologi[sz]e\b/i,
  /\b(?:apologies|sorry) for (?:the|any|this) \w+/i,
  /\bthank(?:s| you) for your (?:patience|understanding)\b/i,
  /\b(?:we will|we'll|we’ll) (?:provide|post|share|send|give) (?:\w+ ){0,2}(?:updates?|information|details)\b/i,
  /\b(?:we will|we'll|we’ll) (?:update|keep) you\b/i,
  /\bplease (?:let us know|contact (?:us|support|our)|reach out)\b/i,
];
/** The name of the last stage before an update: "Resolved: uploads work again". */
const RESOLVED = /^\W{0,3}resolved\]?\s?[-–—:.]/i;
const ENDED = /\b(?:has|have|is|are|been) (?:now |fully )?resolved\b/i;
const READ = 600;

/** "Update: The file store doesn't respond": a sentence behind the caption of a post. */
const CAPTIONED = /^\W{0,3}(?:update|notification|notice)\]?\s?[-–—:]\s?(?=\p{Lu}).{25,}$/iu;
/** Kinds that such a post can seem to have, although it only tells readers about them. */
const SEEMS: ReadonlySet<EventKind> = new Set<EventKind>([
  "observation",
  "hypothesis",
  "error_observed",
  "impact_started",
  "impact_changed",
  "impact_ended",
]);

/** Returns whether a text of a kind is a post behind the caption "Update" or "Notice". */
export const isCaptioned = (title: string, kind: EventKind): boolean =>
  SEEMS.has(kind) && CAPTIONED.test(title.slice(0, READ).split("\n", 1)[0] ?? "");

/** Returns the kind of a text in the voice of a status page, or undefined for any other text. */
export function kindOfPublicVoice(title: string, body: string): EventKind | undefined {
  const words = title.slice(0, READ);
  if (TO_READERS.some((pattern) => pattern.test(words)))
    return ENDED.test(words) || RESOLVED.test(words) ? "resolved" : "public_update";
  if (POST.test(title) && OURS.test(body)) return "public_update";
  const abroad = stageAbroad(title);
  if (abroad && `${abroad.behind}${body}`.trim() !== "")
    return abroad.stage === "resolved" || abroad.stage === "monitoring" ? abroad.stage : "public_update";
  const stage = ANY_STAGE.exec(title);
  if (!stage) return undefined;
  const behind = title.slice(stage[0].length);
  const isTold = (STAGE.test(title) && body.trim() !== "") || WE.test(behind === "" ? body : behind);
  return isTold ? "public_update" : undefined;
}
