import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;

const referencesOf = (struct: Struct): Y.ID[] =>
  struct instanceof Y.Item
    ? [struct.origin, struct.rightOrigin, struct.parent].filter((reference) => reference instanceof Y.ID)
    : [];

/**
 * Returns whether Yjs could apply all structs of an update now. What it can't apply it keeps inside the document,
 * waiting for parts that may never come, at a cost that grows with the square of their number.
 */
export function canApply(document: Y.Doc, structs: readonly Struct[]): boolean {
  const clocks = new Map<number, number>();
  const clockOf = (client: number) => clocks.get(client) ?? Y.getState(document.store, client);
  const isReady = (struct: Struct) =>
    struct.id.clock <= clockOf(struct.id.client) &&
    referencesOf(struct).every(({ client, clock }) => clock < clockOf(client));

  const queues = new Map<number, Struct[]>();
  for (const struct of structs.toReversed()) {
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  for (let hasMoved = true; hasMoved && queues.size > 0; ) {
    hasMoved = false;
    for (const [client, queue] of queues) {
      for (let next = queue.at(-1); next && isReady(next); next = queue.at(-1)) {
        clocks.set(client, Math.max(clockOf(client), next.id.clock + next.length));
        queue.pop();
        hasMoved = true;
      }
      if (queue.length === 0) queues.delete(client);
    }
  }
  return queues.size === 0;
}
