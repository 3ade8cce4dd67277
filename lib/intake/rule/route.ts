import { fits, type RoutedFacts, type RuleCondition, type RuleOutcome } from "./rule.ts";
import { fillTitle } from "./title-template.ts";

export interface RoutingRuleFacts {
  id: string;
  conditions: readonly RuleCondition[];
  outcome: RuleOutcome;
  serviceId: string | null;
  opens: boolean;
  titleTemplate: string;
  severity: number | null;
  severityMap: Readonly<Record<string, number>>;
  enabled: boolean;
}

export interface RoutingIncident {
  id: string;
  startedAt: string;
  /** null while it is open. */
  resolvedAt: string | null;
  serviceIds: readonly string[];
}

export interface RoutedEvent extends RoutedFacts {
  at: string | null;
  /** Names of services as the source states them. */
  services: readonly string[];
}

/** Everything that routing looks at in addition to the event. */
export interface RoutingWorld {
  services: readonly { id: string; name: string }[];
  /** The service of events that name no known service. */
  defaultServiceId: string | null;
  /** In their order. The first rule that matches decides. */
  rules: readonly RoutingRuleFacts[];
  incidents: readonly RoutingIncident[];
  /** An incident must be open at this moment to be joined. */
  moment: string;
}

export interface Route {
  route: "joins" | "opens" | "waits" | "ignored";
  incidentId: string | null;
  serviceId: string | null;
  ruleId: string | null;
  /** Title of the incident to open. */
  title: string | null;
  severity: number | null;
  reason: string;
}

const SERVICE_LABELS = ["service", "service_name", "app", "application", "component", "job"];
const DEFAULT_SEVERITY = 3;

/** Normalises a name: "acme-mail", "Acme Mail" and "acme_mail" are the same. */
const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");

/** Returns the service that an event names in its list or its labels, or null if it names no known one. */
export function serviceOf(event: RoutedEvent, services: RoutingWorld["services"]): string | null {
  const named = [...event.services, ...SERVICE_LABELS.flatMap((label) => event.labels[label] ?? [])];
  for (const name of named) {
    const found = services.find((service) => plain(service.name) === plain(name));
    if (found) return found.id;
  }
  return null;
}

const isOpenAt = (incident: RoutingIncident, moment: string) =>
  Date.parse(incident.startedAt) <= Date.parse(moment) &&
  (incident.resolvedAt === null || Date.parse(incident.resolvedAt) > Date.parse(moment));

/**
 * Returns the incident of a service that an event belongs to: the latest open one, otherwise a resolved one that was
 * open at the event's time.
 */
function incidentOf(serviceId: string, event: RoutedEvent, { incidents, moment }: RoutingWorld) {
  const mine = incidents
    .filter((incident) => incident.serviceIds.includes(serviceId))
    .toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  const open = mine.find((incident) => isOpenAt(incident, moment));
  if (open) return { id: open.id, isLate: false };
  const { at } = event;
  const late = at === null ? undefined : mine.find((incident) => isOpenAt(incident, at));
  return late ? { id: late.id, isLate: true } : null;
}

/** Returns where an event goes. Pure: the same input gives the same result, whether the rule is saved or only tried. */
export function routeEvent(event: RoutedEvent, world: RoutingWorld): Route {
  const place = world.rules.findIndex((rule) => rule.enabled && fits(rule.conditions, event));
  const rule = world.rules[place];
  const serviceId = rule?.serviceId ?? serviceOf(event, world.services) ?? world.defaultServiceId;
  const by = rule ? `rule ${place + 1}` : "";
  const none = { incidentId: null, serviceId, ruleId: rule?.id ?? null, title: null, severity: null };
  if (rule?.outcome === "ignore") return { ...none, route: "ignored", reason: `Ignored by ${by}.` };
  if (rule?.outcome === "wait") return { ...none, route: "waits", reason: `Left unassigned by ${by}.` };
  const service = world.services.find(({ id }) => id === serviceId);
  if (!serviceId || !service)
    return {
      ...none,
      route: "waits",
      reason: rule ? `It matches ${by}, but names no service.` : noServiceWords(event),
    };
  const incident = incidentOf(serviceId, event, world);
  if (incident) {
    const why = incident.isLate ? `during an incident of ${service.name}` : `an incident of ${service.name} is open`;
    return { ...none, route: "joins", incidentId: incident.id, reason: sentence(rule ? `${by}: ${why}` : why) };
  }
  if (!rule?.opens) return { ...none, route: "waits", reason: `No incident of ${service.name} is open.` };
  return {
    ...none,
    route: "opens",
    title: fillTitle(rule.titleTemplate, event, service.name),
    severity: severityFor(rule, event),
    reason: sentence(`${by} opened it: none of ${service.name} was open`),
  };
}

function severityFor(rule: RoutingRuleFacts, event: RoutedEvent): number {
  const said = event.severity?.trim().toLowerCase();
  const mapped = Object.entries(rule.severityMap).find(([name]) => name.trim().toLowerCase() === said);
  return mapped?.[1] ?? rule.severity ?? DEFAULT_SEVERITY;
}

function noServiceWords(event: RoutedEvent): string {
  const named = [...event.services, ...SERVICE_LABELS.flatMap((label) => event.labels[label] ?? [])][0];
  return named === undefined
    ? "No service and no matching rule."
    : `There is no service called ${named.slice(0, 80)}, and no rule matches.`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
