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
  /** As they are saved. */
  rules: readonly RoutingRuleFacts[];
}

export interface TriedRoute {
  deliveryId: string;
  fits: boolean;
  would: Route;
}

/** An incident that only the trial has opened: how long alerts after it would have found it open. */
const OPEN_HOURS = 4;

/** The rules with the tried one in its place: instead of the one that it is an edit of, else behind all others. */
export const withTried = (rules: readonly RoutingRuleFacts[], tried: RoutingRuleFacts): RoutingRuleFacts[] =>
  rules.some(({ id }) => id === tried.id)
    ? rules.map((rule) => (rule.id === tried.id ? tried : rule))
    : [...rules, tried];

/**
 * What the first event of each delivery, oldest first, would have come to with the tried rule, in the state at the time
 * of the delivery. Events within four hours join an incident that the rule would have opened. Pure.
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
        resolvedAt: new Date(Date.parse(receivedAt) + OPEN_HOURS * 3_600_000).toISOString(),
        serviceIds: [would.serviceId],
      });
    }
    return [{ deliveryId: id, fits: would.ruleId === tried.id, would }];
  });
}
