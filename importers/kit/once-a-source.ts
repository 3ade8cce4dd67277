import type { SourceText } from "#importers/base/importer.ts";

/** Caches a function of a source that is called several times with the same one. */
export function onceASource<Value extends object>(read: (source: SourceText) => Value): (source: SourceText) => Value {
  const known = new WeakMap<SourceText, Value>();
  return (source) => {
    const kept = known.get(source);
    if (kept !== undefined) return kept;
    const value = read(source);
    known.set(source, value);
    return value;
  };
}
