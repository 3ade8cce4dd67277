const MOST = 20;

/** Returns the spellings of a word with two neighbouring letters swapped, at most 20. */
export function swappedLetters(word: string): string[] {
  const letters = [...word];
  const found = new Set<string>();
  for (let at = 0; at + 1 < letters.length && found.size < MOST; at++) {
    const swapped = letters.with(at, letters[at + 1] ?? "").with(at + 1, letters[at] ?? "");
    found.add(swapped.join(""));
  }
  found.delete(word);
  return [...found];
}
