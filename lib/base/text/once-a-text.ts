/** Longer texts rarely repeat. */
const LONGEST = 200;

/**
 * Caches a function of a text alone that is called with the same few texts again and again. It forgets everything once
 * it has `most` texts, so no source can fill the memory.
 */
export function onceAText<Value extends object | string | boolean | null>(
  most: number,
  read: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const value = read(text);
    if (text.length > LONGEST) return value;
    if (known.size >= most) known.clear();
    known.set(ownCopy(text), value);
    return value;
  };
}

/** Returns a copy, because a piece cut from a file keeps the whole file in memory. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);
