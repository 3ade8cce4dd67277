interface EventText {
  title: string;
  body: string;
  url: string | null;
}

/** Words that occur in every change and rollback, so they identify none. */
const COMMON = new Set(
  (
    "about after again back been before change changed changes config configuration deploy deployed deployment deploys " +
    "done enabled disabled every finished flag from have host hosts incident into previous production push pushed " +
    "raised region regions release released reverted revert roll rollback rolled rolling rollout server service " +
    "started starting start that this turned update updated version were with both hand going yesterday last to"
  ).split(" "),
);
const WORD = /[a-z0-9][a-z0-9._/#-]{1,80}/g;
const MARKED = /\d|[a-z][-_/.][a-z]/;
const SHARED_WORDS = 2;

const wordsOf = ({ title, body }: EventText): string[] =>
  `${title} ${body}`
    .toLowerCase()
    .slice(0, 4000)
    .match(WORD)
    ?.map((word) => word.replace(/[._/-]+$/, "")) ?? [];

/**
 * Versions, hashes, numbers with three or more digits, and joined names such as "new-receipt-template". One is enough.
 */
const isMarked = (word: string) =>
  word.length >= 3 &&
  MARKED.test(word) &&
  !/^\d{1,2}([:.]\d{2})?$/.test(word) &&
  !/^\d{1,2}(%|m|s|h|st|nd|rd|th)?$/.test(word);
const isTelling = (word: string) => word.length >= 4 && !COMMON.has(word);

/** The words of a step and of its title, read once for many comparisons. */
export interface ReadText {
  url: string | null;
  said: ReadonlySet<string>;
  title: readonly string[];
}

export const readText = (text: EventText): ReadText => ({
  url: text.url,
  said: new Set(wordsOf(text)),
  title: [...new Set(wordsOf({ ...text, body: "" }))],
});

/**
 * Returns whether a later step names a change: the same URL, a shared version, hash, number or joined name, or two
 * shared words that don't describe every change.
 */
export function namesChange(later: ReadText, change: ReadText): boolean {
  if (later.url !== null && later.url === change.url) return true;
  const shared = change.title.filter((word) => later.said.has(word));
  return shared.some(isMarked) || shared.filter(isTelling).length >= SHARED_WORDS;
}
