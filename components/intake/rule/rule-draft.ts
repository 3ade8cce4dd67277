import type { DeliveryEvent } from "#lib/contract/integration.ts";
import type { RoutingRule } from "#lib/contract/rule.ts";
import type { RuleCondition, RuleField, RuleOutcome } from "#lib/intake/rule/rule.ts";

/** A rule being written: the contract's input, and the saved rule that it replaces. */
export interface RuleDraft {
  replaces: { id: string; version: number } | null;
  conditions: RuleCondition[];
  outcome: RuleOutcome;
  serviceId: string | null;
  opens: boolean;
  titleTemplate: string;
  severity: number | null;
  severityMap: Record<string, number>;
  enabled: boolean;
}

export const EMPTY_DRAFT: RuleDraft = {
  replaces: null,
  conditions: [],
  outcome: "join",
  serviceId: null,
  opens: false,
  titleTemplate: "",
  severity: null,
  severityMap: {},
  enabled: true,
};

/** Labels that best describe an event. The first one it has becomes the first condition. */
const TELLING = ["service", "team", "app", "component", "job", "alertname", "repository", "environment"];

/** Returns a rule that matches an unassigned event: by its most informative label, otherwise by its title. */
export function draftFor(event: Pick<DeliveryEvent, "labels" | "title" | "service">): RuleDraft {
  const name = TELLING.find((one) => Object.hasOwn(event.labels, one)) ?? Object.keys(event.labels).sort()[0];
  const condition: RuleCondition = name
    ? { field: "label", name, operator: "is", values: [event.labels[name] ?? ""] }
    : { field: "text", operator: "contains", values: [event.title] };
  return { ...EMPTY_DRAFT, conditions: [condition], serviceId: event.service?.id ?? null };
}

/** Returns a saved rule as a draft. */
export function draftOf(rule: RoutingRule): RuleDraft {
  const { id, version, conditions, outcome, serviceId, opens, titleTemplate, severity, severityMap, enabled } = rule;
  return {
    replaces: { id, version },
    conditions: conditions.map((condition) => ({ ...condition })),
    outcome,
    serviceId,
    opens,
    titleTemplate,
    severity,
    severityMap,
    enabled,
  };
}

export const conditionFor = (field: RuleField): RuleCondition =>
  field === "label"
    ? { field, name: "service", operator: "is", values: [""] }
    : { field, operator: field === "text" ? "contains" : "is_one_of", values: [""] };

/** Why the draft can't be tried or saved yet. Null if it can. */
export function missingIn({ conditions, outcome, opens, serviceId }: RuleDraft): string | null {
  if (conditions.some(({ field, name }) => field === "label" && !name?.trim())) return "Enter a label name";
  if (conditions.some(({ values }) => values.every((value) => value.trim() === ""))) return "Enter a value";
  if (outcome === "join" && opens && serviceId === null && conditions.length === 0)
    return "Add a condition. Without one, every event opens an incident.";
  return null;
}

/** Returns the draft for the contract, without empty values. */
export function inputOf({ replaces: _replaces, conditions, ...draft }: RuleDraft) {
  return {
    ...draft,
    conditions: conditions.map(({ name, values, ...condition }) => ({
      ...condition,
      ...(name === undefined ? {} : { name: name.trim() }),
      values: values.map((value) => value.trim()).filter((value) => value !== ""),
    })),
  };
}
