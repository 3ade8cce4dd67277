/** Stems that mean the same in a statement about an incident. The first one names the group. */
const SAME = [
  "alert alarm page pager notif notifi warn told watch monitor observ unseen unnot",
  "backup dump snapshot",
  "rollback revert",
  "deploy deploys releas rollout ship",
  "runbook playbook doc document instruct",
  "own owner ownership",
  "config configur set toggl flag",
  "rehears practis practic drill exercis",
  "host server machin node",
  "replica replic standby secondari",
  "region datacent",
  "timeout deadlin",
  "limit quota cap ceil",
  "certif cert",
  "expir expiri",
  "restor recov recoveri",
  "disk volum",
  "full fill",
  "outdat obsolet stale",
  "rebuild rebuilt",
].map((stems) => stems.split(" "));
const GROUP = new Map(SAME.flatMap((stems) => stems.map((stem) => [stem, stems[0] ?? stem] as const)));

/** Stems that occur in most statements and identify no condition. */
const COMMON = new Set(
  `fail failur servic system incid caus issu problem time long run use user custom work one two know known need chang
  new noth differ could would without never alway everi check wrong miss made make take took happen product team`.split(
    /\s+/,
  ),
);

/** Measured on `testing/pairs.ts`, precision first. */
const LEAST_SHARED = 3;
const LEAST_SHARE = 0.55;
/** Fewer are enough if one of the statements has no more. */
const LEAST_OF_ALL = 2;

/** The parts of a hyphenated word are stems of their own. */
const groupsOf = (stems: readonly string[]): Map<string, string> =>
  new Map(stems.filter((stem) => !stem.includes("-")).map((stem) => [GROUP.get(stem) ?? stem, stem]));
const telling = (groups: Iterable<string>): string[] => [...groups].filter((group) => !COMMON.has(group));

export interface Likeness {
  /** 0 to 1: the share of all telling stems that both have. */
  score: number;
  /** The telling stems of the first statement that the second one has too. */
  shared: string[];
}

/**
 * Returns how alike two statements are by the stems of their words, or null if they aren't. Different words for one thing
 * are the same stem. Stems that occur in most statements don't count.
 */
export function likenessOf(statement: readonly string[], other: readonly string[]): Likeness | null {
  const own = groupsOf(statement);
  const theirs = new Set(telling(groupsOf(other).keys()));
  const mine = telling(own.keys());
  const both = mine.filter((group) => theirs.has(group));
  const score = both.length === 0 ? 0 : (2 * both.length) / (mine.length + theirs.size);
  const isAllOfOne = both.length >= LEAST_OF_ALL && both.length === Math.min(mine.length, theirs.size);
  if (!isAllOfOne && (both.length < LEAST_SHARED || score < LEAST_SHARE)) return null;
  return { score, shared: both.flatMap((group) => own.get(group) ?? []) };
}

/** Returns the words of a statement that have one of the stems, as they are written. */
export function wordsWithStems(statement: string, stems: readonly string[]): string[] {
  const words = statement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(stems.flatMap((stem) => words.find((word) => isForm(word, stem)) ?? []))];
}

/** "policies" is a form of "polici", and "silently" one of "silent". */
const isForm = (word: string, stem: string) =>
  word.startsWith(stem) || (/[ie]$/.test(stem) && word.startsWith(stem.slice(0, -1)) && word.length <= stem.length + 4);
