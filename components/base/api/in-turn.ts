interface Versioned {
  version: number;
}

const turns = new Map<string, Promise<unknown>>();
const made = new Map<string, number>();

/**
 * Sends a change of a record behind the earlier ones of this tab and on the version that those made so that anyone who is
 * quick is not told that someone else was first. `id` is a key or id that no other record has.
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

/** Whether a later change of the record is still on its way. */
export const hasTurns = (id: string): boolean => turns.has(id);
