import { HOUR_MS } from "#lib/base/time/spans.ts";
import {
  type Route,
  type RoutedEvent,
  type RoutingIncident,
  type RoutingRuleFacts,
  type RoutingWorld,
  routeEvent,
} from "./route.ts";

export interface TrialDelivery {
  id: string;
  receivedAt: string;
  events: readonly RoutedEvent[];
}

export interface TrialWorld {
  services: RoutingWorld["services"];
  defaultServiceId: string | null;
  incidents: readonly RoutingIncident[];
  /** The saved rules. */
  rules: readonly RoutingRuleFacts[];
}

export interface TriedRoute {
  deliveryId: string;
  fits: boolean;
  would: Route;
}

/** How many hours an incident that only the trial opened counts as open for later alerts. */
const OPEN_HOURS = 4;

/** Returns the rules with the tried one in place: instead of the rule that it edits, otherwise after all others. */
export const withTried = (rules: readonly RoutingRuleFacts[], tried: RoutingRuleFacts): RoutingRuleFacts[] =>
  rules.some(({ id }) => id === tried.id)
    ? rules.map((rule) => (rule.id === tried.id ? tried : rule))
    : [...rules, tried];

/**
 * Returns what would have happened to the first event of each delivery with the tried rule. Deliveries are given oldest
 * first, and routed in the state at the time of each. Events within four hours join an incident that the rule would
 * have opened. Pure.
 */
export function tryRule(
  deliveries: readonly TrialDelivery[],
  tried: RoutingRuleFacts,
  { rules, incidents, ...world }: TrialWorld,
): TriedRoute[] {
  const all = withTried(rules, tried);
  const open: RoutingIncident[] = [...incidents];
  return deliveries.flatMap(({ id, receivedAt, events }) => {
    const first = events[0];
    if (!first) return [];
    const would = routeEvent(first, { ...world, rules: all, incidents: open, moment: receivedAt });
    if (would.route === "opens" && would.serviceId !== null) {
      open.push({
        id: `trial ${open.length}`,
        startedAt: receivedAt,
        resolvedAt: new Date(Date.parse(receivedAt) + OPEN_HOURS * HOUR_MS).toISOString(),
        serviceIds: [would.serviceId],
      });
    }
    return [{ deliveryId: id, fits: would.ruleId === tried.id, would }];
  });
}
