import { conflict } from "#lib/base/errors.ts";

/** Throws `conflict` with the newer row if a guarded write found no row of that version. */
export async function guardVersion(changed: { count: number }, current: () => Promise<unknown>): Promise<void> {
  if (changed.count === 0) throw conflict(await current());
}
