import { asSentence, listWords } from "#lib/base/text/sentence.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { bulletList, paragraph } from "../inline.ts";
import { listEvents, type Story } from "./story.ts";

/** Questions that were asked during the incident. */
export function writeQuestions(story: Story): DocumentNode[] {
  const asked = listEvents(story, ["question"]);
  return asked.length === 0 ? [] : [paragraph(["Asked during the incident:"]), bulletList(asked)];
}

/** The services of the incident, from the catalogue. */
export function writeGlossary({ facts: { services } }: Story): DocumentNode[] {
  if (services.length === 0) return [];
  const items = services.map(({ name, ownerTeam, description = "" }) => {
    const owner = ownerTeam === null ? "No owner team is recorded." : `The ${ownerTeam} team owns it.`;
    return [`${name}. ${[asSentence(description), owner].filter((part) => part !== "").join(" ")}`];
  });
  return [bulletList(items)];
}

/** What customers may read: no names, nothing internal. Only when the impact is known. */
export function writeExternal(story: Story): DocumentNode[] {
  const { incident, services } = story.facts;
  const started = story.moment("impact_started");
  if (incident.kind !== "incident" || !started) return [];
  const of = services.length === 0 ? "our service" : listWords(services.map(({ name }) => name));
  const resolved = story.moment("resolved");
  const end = resolved ? ` The service was fully normal ${resolved.when}.` : "";
  const on = story.firstDay === null ? "" : `On ${story.firstDay}, `;
  const lead = `${on}${on === "" ? "C" : "c"}ustomers of ${of} were affected from ${started.since}.`;
  const impact = asSentence(story.withoutNames(incident.impactText));
  return [paragraph([[lead, impact].filter((part) => part !== "").join(" ") + end])];
}
