/** An event of the inbox as attaching and dismissing take it; whole rows can be handed over. */
export interface Waiting {
  id: string;
  version: number;
}

/** Returns id and version alone: the API refuses any other field. */
export function versioned(events: readonly Waiting[]): Waiting[] {
  return events.map(({ id, version }) => ({ id, version }));
}
