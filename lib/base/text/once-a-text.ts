/** A longer text hardly comes again. */
const LONGEST = 200;

/**
 * A reading that depends on a text alone and is asked for the same few texts again and again. So many of them are
 * remembered; then all are forgotten, so no source fills the memory.
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

/** A piece cut from a file keeps all of that file in memory; this one does not. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);
