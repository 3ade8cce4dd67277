// A secret is in one response only. It is kept for the page that shows it and never leaves this tab's memory.
const shown = new Map<string, string>();

/** Keeps a new secret until its integration's page has shown it. */
export function keepSecret(integrationId: string, secret: string | null): void {
  if (secret !== null) shown.set(integrationId, secret);
}

/** Returns the new secret, or null. It isn't forgotten, so navigating back and forth in this tab still shows it. */
export const keptSecret = (integrationId: string): string | null => shown.get(integrationId) ?? null;
