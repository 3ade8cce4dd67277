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

/** The same for one request that changes several records. `send` gets the version of each, and returns their new rows. */
export function inTurnTogether<Answer>(
  records: readonly (Versioned & { id: string })[],
  send: (versionOf: (id: string) => number) => Promise<{ answer: Answer; rows: ReadonlyMap<string, Versioned> }>,
): Promise<Answer> {
  const versions = new Map(records.map(({ id, version }) => [id, version]));
  const turn = Promise.allSettled(records.map(({ id }) => turns.get(id))).then(async () => {
    const { answer, rows } = await send((id) => Math.max(versions.get(id) ?? 0, made.get(id) ?? 0));
    for (const [id, { version }] of rows) made.set(id, version);
    return answer;
  });
  for (const { id } of records) turns.set(id, turn);
  const leave = () => {
    for (const { id } of records) if (turns.get(id) === turn) turns.delete(id);
  };
  turn.then(leave, leave);
  return turn;
}

/** Returns whether a later change of the record is still pending. */
export const hasTurns = (id: string): boolean => turns.has(id);
