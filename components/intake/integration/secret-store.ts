// A secret is in one answer only; it is held for the page that shows it and never leaves this tab's memory.
const shown = new Map<string, string>();

/** Keeps a secret that was just made until its integration's page has shown it. */
export function keepSecret(integrationId: string, secret: string | null): void {
  if (secret !== null) shown.set(integrationId, secret);
}

/** The secret that was just made, or null; forgets nothing so that going back and forth in this tab shows it still. */
export const keptSecret = (integrationId: string): string | null => shown.get(integrationId) ?? null;
