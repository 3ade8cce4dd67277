import { z } from "zod";
import type { DeliveryState } from "#lib/base/vocabulary/integration.ts";

const count = z.int().min(0).default(0);

/** The stored result of a delivery. `incidents` are keys; a reader without access doesn't see them. */
export const Outcome = z.object({
  title: z.string().nullable().default(null),
  created: count,
  known: count,
  rejected: count,
  unassigned: count,
  ignored: count,
  opened: count,
  incidents: z.array(z.string()).default([]),
  /** Names of the services of unassigned events. An empty name means no service. */
  inboxes: z.array(z.string()).default([]),
  reasons: z.array(z.string()).default([]),
});
export type Outcome = z.infer<typeof Outcome>;

export const noOutcome = (): Outcome => Outcome.parse({});

/** Returns a stored outcome, or an empty one if the delivery wasn't processed yet. */
export const readOutcome = (stored: unknown): Outcome => {
  const read = Outcome.safeParse(stored ?? {});
  return read.success ? read.data : noOutcome();
};

const events = (n: number) => (n === 1 ? "1 event" : `${n} events`);
const names = (list: readonly string[]) =>
  list.length > 3 ? `${list.slice(0, 3).join(", ")} and ${list.length - 3} more` : list.join(", ");

interface Settled {
  state: DeliveryState;
  outcome: Outcome;
  /** Keys of the incidents that the reader can see. */
  incidents: readonly string[];
  error: string | null;
}

/** Returns the result of a delivery: "2 events joined INC-143. 1 event left unassigned, Acme Mail." */
export function outcomeWords({ state, outcome, incidents, error }: Settled): string {
  if (state === "received")
    return error === null ? "Waiting to be processed." : `Waiting to be processed again. ${error}`;
  if (error !== null) return error;
  const { created, known, rejected, unassigned, ignored, opened, inboxes, reasons } = outcome;
  const parts: string[] = [];
  if (created > 0) {
    const where = incidents.length > 0 ? names(incidents) : "an incident";
    parts.push(`${events(created)} joined ${where}${opened > 0 ? ", opened by a rule" : ""}`);
  }
  if (unassigned > 0) {
    const named = inboxes.filter((name) => name !== "");
    parts.push(`${events(unassigned)} left unassigned, ${named.length > 0 ? names(named) : "no service"}`);
  }
  if (known > 0) parts.push(parts.length === 0 ? "nothing new" : `${known} already known`);
  if (ignored > 0) parts.push(`${events(ignored)} ignored by a rule`);
  if (rejected > 0) parts.push(`${rejected} rejected: ${reasons[0] ?? "not readable"}`);
  if (parts.length === 0) parts.push(reasons[0] ?? "No events.");
  return parts.map(sentence).join(" ");
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
