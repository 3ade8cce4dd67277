type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Returns the fields that were given: a patch without its undefined entries. */
export function given<T extends object>(patch: T): Given<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Given<T>;
}
