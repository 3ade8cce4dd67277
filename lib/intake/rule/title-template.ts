import type { RoutedFacts } from "./rule.ts";

const LONGEST = 200;

/**
 * Returns the title of an incident that a rule opens. {title}, {service}, {severity}, {kind} and names of labels in
 * braces are filled in, or left out if the event lacks them. If nothing is left, it is the event's own title.
 */
export function fillTitle(template: string, facts: RoutedFacts, serviceName: string | null): string {
  const own: Record<string, string> = {
    title: facts.title,
    service: serviceName ?? facts.labels.service ?? "",
    severity: facts.severity ?? "",
    kind: facts.kind.replaceAll("_", " "),
  };
  const wordFor = (name: string) =>
    (Object.hasOwn(own, name) ? own[name] : Object.hasOwn(facts.labels, name) ? facts.labels[name] : "") ?? "";
  const filled = template
    .replaceAll(/\{([^{}\s]{1,100})\}/g, (_whole, name: string) => wordFor(name))
    .replaceAll(/\s+/g, " ")
    .trim();
  return (filled || facts.title.trim() || "Untitled").slice(0, LONGEST).trim();
}
