import type { RoutingRule } from "#lib/contract/rule.ts";
import { conditionWords } from "#lib/intake/rule/rule.ts";

/** Returns a saved rule as one sentence: "When label team is mail, the event joins the open incident of Acme Mail." */
export function ruleWords({ conditions, outcome, service, opens, severity, titleTemplate }: RoutingRule): string {
  const when =
    conditions.length === 0 ? "Every event" : `When ${conditions.map(conditionWords).join(" and ")}, the event`;
  const name = service?.name ?? "its own service";
  if (outcome === "ignore") return `${when} is ignored.`;
  if (outcome === "wait") return `${when} stays unassigned for ${name}.`;
  const joins = `${when} joins the open incident of ${name}.`;
  if (!opens) return joins;
  const called = titleTemplate === "" ? "" : ` called “${titleTemplate}”`;
  return `${joins} If none is open, one is opened as SEV${severity ?? 3}${called}.`;
}
