/** The state of an alert: started, over or acknowledged. */
export type Standing = "fired" | "over" | "acknowledged";

/** States that only alerts have, and those that builds and server responses have too. */
const ALERTS: Record<Standing, readonly string[]> = {
  fired: words(
    "firing fired alerting alarm alarming triggered critical crit problem down unreachable unhealthy breached outage offline nodata notok downstart degraded degradation open opened warn warning",
  ),
  over: words(
    "resolved recovery recovered recover up cleared healthy restored operational backup online closed close solved",
  ),
  acknowledged: words("acknowledged acknowledgement acknowledgment acked ack"),
};
const OTHERS: Record<Standing, readonly string[]> = {
  fired: words("active activated alert error failing raised started new high"),
  over: words("ok normal clear ended terminated fixed inactive deactivated resolve completed expired green"),
  acknowledged: [],
};

function words(list: string): string[] {
  return list.split(" ");
}

const tableOf = (lists: Record<Standing, readonly string[]>) =>
  new Map(Object.entries(lists).flatMap(([standing, all]) => all.map((word) => [word, standing as Standing] as const)));
const SURE = tableOf(ALERTS);
const LIKELY = tableOf(OTHERS);
const LONGEST = 40;
const MOST_WORDS = 3;

/**
 * Returns the state of an alert by the text of a state or the code of an event: `CRITICAL`, `incident.resolved`,
 * `FIRING:2`. A word that builds use too counts only if `isAlert`. Null for any other text.
 */
export function standingOf(text: string, isAlert: boolean): Standing | null {
  const parts = wordsOfCode(text).filter((part) => part !== "");
  if (parts.length === 0 || parts.length > MOST_WORDS) return null;
  for (const word of [parts.join(""), parts.at(-1) ?? "", parts[0] ?? ""]) {
    if (word === "backup" && isOfBackup(parts)) continue;
    // `alert_state_change` doesn't say to which state.
    const isLikely = isAlert && !(word === "alert" && parts.some((part) => CHANGED.has(part)));
    const standing = SURE.get(word) ?? (isLikely ? LIKELY.get(word) : undefined);
    if (standing) return standing;
  }
  return null;
}

/** `backup.failed`, `BackupJobSession`: a copy of data and not "back up". */
const isOfBackup = (parts: readonly string[]): boolean => parts.length > 1 && parts.join("") !== "backup";

const DONE = new Set(
  words(
    "failed failure passed succeeded success successful completed complete finished done cancelled canceled aborted errored stopped",
  ),
);
const CHANGED = new Set(
  words(
    "updated update changed change modified modify moved move edited edit commented comment assigned reassigned useraction",
  ),
);
const OF_ANY_RUN = new Set(words("started ended terminated completed expired"));
/** Whether a state is one that a job or a session on a host has too, so it is an alert's only among other signs of one. */
export const isOfAnyRun = (text: string): boolean => OF_ANY_RUN.has(wordsOfCode(text).at(-1) ?? "");
/** Returns the words of a code, in lower case: `order`, `paid` of `orderPaid`. None of a longer text. */
export const wordsOfCode = (text: string): string[] =>
  text.length > LONGEST
    ? []
    : text
        .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
        .toLowerCase()
        .split(/[^a-z]+/);

/** Returns whether a state means that a job, a run or a build is over, whatever its result. */
export const saysDone = (text: string): boolean => wordsOfCode(text).some((word) => DONE.has(word));
/** Returns a name with its result, `billing-sync: failed`, unless the name contains it. */
export function withEnd(name: string, states: readonly string[]): string {
  const end = states.find(saysDone)?.toLowerCase();
  return end === undefined || standingOf(name, true) !== null || name.toLowerCase().includes(end.slice(0, STEM))
    ? name
    : `${name}: ${end}`;
}

const STEM = 4;

/** Whether the code of an event means that someone changed something: `incident.updated`, `USER_ACTION`. */
export const saysChanged = (text: string): boolean => {
  const parts = wordsOfCode(text);
  return CHANGED.has(parts.join("")) || parts.some((word) => CHANGED.has(word));
};

/** Matches "[🔴 Down] …", "[FIRING:1] …", "PROBLEM: …", "Resolved - …" and "HTTP CRITICAL: …". */
const MARKED = /\[[^[\]\w]{0,6}([A-Za-z]{2,15})(?::\d{1,4})?\]|^(?:[A-Z]{2,12} )?([A-Za-z]{2,15})(?: ?:| [-–—])(?=\s)/g;
/** Most titles contain neither a bracket nor a mark between words. */
const MAY_BE_MARKED = /\[|:\s| [-–—]\s/;

/** Returns the new state of an alert by a title that names two: "Alarm updated from ALARM to OK". */
export function standingOfMove(title: string): Standing | null {
  const now = title.includes(" to ") ? MOVED.exec(title.slice(0, 200))?.[1] : undefined;
  return now === undefined ? null : standingOf(now, true);
}
const MOVED = /\bfrom [A-Za-z_-]{2,20} to ([A-Za-z]{2,20})\b/;

/** Returns the state of an alert by the mark at the start of its title or in brackets. */
export function standingInTitle(title: string): Standing | null {
  if (!MAY_BE_MARKED.test(title)) return null;
  for (const [, bracketed, leading] of title.slice(0, 200).matchAll(MARKED)) {
    const standing = standingOf(bracketed ?? leading ?? "", false) ?? plugin(leading);
    if (standing) return standing;
  }
  return null;
}

/** "DISK OK - …": plain words of plugins count only in capitals. */
const plugin = (leading: string | undefined): Standing | null =>
  leading === "OK" || leading === "WARNING" ? standingOf(leading, true) : null;

/** Fields with yes or no, and what yes means. */
const FLAGS = new Map<string, [yes: Standing, no: Standing | null]>([
  ["up", ["over", "fired"]],
  ["isup", ["over", "fired"]],
  ["down", ["fired", "over"]],
  ["isdown", ["fired", "over"]],
  ["healthy", ["over", "fired"]],
  ["available", ["over", "fired"]],
  ["online", ["over", "fired"]],
  ["reachable", ["over", "fired"]],
  ["alive", ["over", "fired"]],
  ["firing", ["fired", "over"]],
  ["isfiring", ["fired", "over"]],
  ["triggered", ["fired", null]],
  ["resolved", ["over", null]],
  ["isresolved", ["over", null]],
]);

/** Returns "Up" or "Down" for a field with only this meaning, or null. */
export function wordOfFlag(key: string, value: unknown): string | null {
  const standing = /^(?:is_?)?(?:up|down)$/i.test(key) ? standingOfFlag(key, value) : null;
  return standing === null ? null : standing === "over" ? "Up" : "Down";
}

const flagNamed = (key: string) => FLAGS.get(key.toLowerCase().replace(/[_-]/g, ""));
/** Returns whether a field with this name can give the state of an alert by yes or no. */
export const isFlag = (key: string): boolean => flagNamed(key) !== undefined;

/** Returns the state of an alert by a yes/no field, `up: 0`. Null for any other field. */
export function standingOfFlag(key: string, value: unknown): Standing | null {
  if (value !== true && value !== false && value !== 0 && value !== 1) return null;
  const [yes, no] = flagNamed(key) ?? [null, null];
  return value ? yes : no;
}
