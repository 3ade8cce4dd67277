interface Versioned {
  version: number;
}

const turns = new Map<string, Promise<unknown>>();
const made = new Map<string, number>();

/**
 * Sends a change of a record after the earlier ones of this tab, with the version that those created, so a fast user
 * doesn't conflict with themselves. `id` is a key or id that no other record has.
 */
export function inTurn<Row extends Versioned>(
  id: string,
  version: number,
  send: (version: number) => Promise<Row>,
): Promise<Row> {
  const turn = (turns.get(id) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const row = await send(Math.max(version, made.get(id) ?? 0));
      made.set(id, row.version);
      return row;
    });
  turns.set(id, turn);
  const leave = () => {
    if (turns.get(id) === turn) turns.delete(id);
  };
  turn.then(leave, leave);
  return turn;
}

/** Returns whether a later change of the record is still pending. */
export const hasTurns = (id: string): boolean => turns.has(id);
