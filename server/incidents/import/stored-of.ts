import type { NormalizedEvent } from "#importers/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { KnownEvent } from "./plan.ts";
import { storedEvents } from "./stored-events.ts";

interface Source {
  format: string;
  events: readonly NormalizedEvent[];
}

/** Events of the incident that the source names again. Those of an Afterword file are looked up below the source they had there. */
export async function storedOf(
  ctx: Ctx,
  incidentId: string,
  { format, events }: Source,
  identities: readonly string[],
): Promise<Map<string, KnownEvent>> {
  const origins = new Map<string, string[]>();
  for (const { curated } of events) {
    if (!curated) continue;
    const { type, identity } = curated.source;
    const known = origins.get(type);
    if (known) known.push(identity);
    else origins.set(type, [identity]);
  }
  if (origins.size === 0) return storedEvents(ctx, incidentId, format, identities);
  const stored = new Map<string, KnownEvent>();
  for (const [type, own] of origins) {
    for (const [identity, event] of await storedEvents(ctx, incidentId, type, own)) {
      stored.set(`${type}\n${identity}`, event);
    }
  }
  return stored;
}
