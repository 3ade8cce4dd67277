/** An unassigned event for attaching and dismissing. Whole rows are accepted. */
export interface Waiting {
  id: string;
  version: number;
}

/** Returns only id and version, because the API rejects any other field. */
export function versioned(events: readonly Waiting[]): Waiting[] {
  return events.map(({ id, version }) => ({ id, version }));
}
