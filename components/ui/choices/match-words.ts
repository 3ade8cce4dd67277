const MARKS = /\p{M}/gu;
const plain = (text: string) => text.normalize("NFD").replace(MARKS, "").toLowerCase().trim();
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * Returns how well a choice matches the typed text, 0 for no match. In descending order: the label itself, its start,
 * the beginnings of its words in order, the words in order anywhere, the same in its keywords, and the words in any
 * order.
 */
export function matchScore(label: string, typed: string, others: readonly string[] = []): number {
  const wanted = plain(typed);
  if (wanted === "") return 1;
  const name = plain(label);
  const all = `${name} ${plain(others.join(" "))}`;
  const words = wanted.split(/\s+/);
  if (name === wanted) return 7;
  if (name.startsWith(wanted)) return 6;
  if (beginWordsOf(name, words)) return 5;
  if (standInOrder(name, words)) return 4;
  if (beginWordsOf(all, words)) return 3;
  if (standInOrder(all, words)) return 2;
  return words.every((word) => all.includes(word)) ? 1 : 0;
}

/** Returns whether the typed text is a name that no choice has yet. */
export const canCreate = (choices: readonly { label: string }[], typed: string): boolean =>
  plain(typed) !== "" && choices.every(({ label }) => plain(label) !== plain(typed));

/** Returns the items that match the typed text, the best first. Equal ones keep their order. */
export function rankByWords<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, score: scoreOf(item) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function beginWordsOf(text: string, typed: readonly string[]): boolean {
  let from = 0;
  const words = wordsOf(text);
  return typed.every((part) => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part));
    from = at + 1;
    return at >= 0;
  });
}

function standInOrder(text: string, typed: readonly string[]): boolean {
  let from = 0;
  return typed.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
