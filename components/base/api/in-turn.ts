interface Versioned {
  version: number;
}

/**
 * Versions of a record that this tab made one after another, with no one else's between them: `from` was read, `to` was
 * made last. `known` has the newest fields of the rows that it got.
 */
interface Chain {
  from: number;
  to: number;
  known: Versioned;
}

const turns = new Map<string, Promise<unknown>>();
const chains = new Map<string, Chain>();

/** Returns the chain that a version is part of. Someone else's change after that version is never overwritten. */
function chainOf(id: string, version: number): Chain | undefined {
  const chain = chains.get(id);
  return chain && chain.from <= version && version <= chain.to ? chain : undefined;
}

function addToChain(id: string, sent: number, row: Versioned): void {
  const chain = chains.get(id);
  if (chain?.to !== sent) chains.set(id, { from: sent, to: row.version, known: row });
  else chains.set(id, { from: chain.from, to: row.version, known: { ...chain.known, ...row } });
}

/**
 * Sends a change of a record after the earlier ones of this tab, with the version that those created, so a fast user
 * doesn't conflict with themselves. `id` is a key or id that no other record has. A change of a whole list starts from
 * `last`, what the earlier ones left, because the screen may still show the list before them.
 */
export function inTurn<Row extends Versioned>(
  id: string,
  version: number,
  send: (version: number, last: Partial<Row> | undefined) => Promise<Row>,
): Promise<Row> {
  const turn = (turns.get(id) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const chain = chainOf(id, version);
      const sent = chain?.to ?? version;
      // Another operation on the record may return fewer fields, so each is optional.
      const row = await send(sent, sent > version ? (chain?.known as Partial<Row>) : undefined);
      addToChain(id, sent, row);
      return row;
    });
  turns.set(id, turn);
  const leave = () => {
    if (turns.get(id) === turn) turns.delete(id);
  };
  turn.then(leave, leave);
  return turn;
}

/**
 * The same for one request that changes several records. `send` gets the version of each, and returns their new rows.
 */
export function inTurnTogether<Answer>(
  records: readonly (Versioned & { id: string })[],
  send: (versionOf: (id: string) => number) => Promise<{ answer: Answer; rows: ReadonlyMap<string, Versioned> }>,
): Promise<Answer> {
  const turn = Promise.allSettled(records.map(({ id }) => turns.get(id))).then(async () => {
    const sent = new Map(records.map(({ id, version }) => [id, chainOf(id, version)?.to ?? version]));
    const { answer, rows } = await send((id) => sent.get(id) ?? 0);
    for (const [id, row] of rows) addToChain(id, sent.get(id) ?? row.version, row);
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
