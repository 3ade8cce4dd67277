import { wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { INCIDENT_STATUS_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { bodyBeyondTitle } from "#lib/incidents/timeline/story/beyond-title.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { bundleWords, factsOf, flat } from "./event-words.ts";
import { type ExportStory, openStory } from "./export-story.ts";
import { stampWords } from "./stamps.ts";
import { accountsBelow, type StoryEvent, sourcesBelow } from "./tell-story.ts";
import { timeWords } from "./time-words.ts";

/** "**2017-01-31 23:27 UTC** Data directory removed (E9, Deploy started)" */
function headline(event: TimelineEvent, zone: string): string {
  const marks = [event.pinned ? "; pinned" : "", event.hidden ? "; hidden" : ""].join("");
  const title = escapeMarkdown(flat(event.title));
  return `**${timeWords(event, zone)}** ${title} (E${event.number}, ${wordsOfKind(event.kind)}${marks})`;
}

const bodyLines = (body: string): string[] =>
  body.trim() === "" ? [] : body.split(/\r\n|[\n\r]/).map((line) => `> ${escapeMarkdown(line)}`.trimEnd());

function details(event: TimelineEvent, zone: string): string[] {
  const facts = factsOf(event, zone).map(({ label, words }) => `- ${label}: ${escapeMarkdown(words)}`);
  const body = bodyLines(bodyBeyondTitle(event));
  return [...facts, ...(body.length > 0 ? ["", ...body] : [])];
}

const indent = (lines: readonly string[]) => lines.map((line) => (line === "" ? "" : `  ${line}`));

function sources(one: StoryEvent, zone: string): string[] {
  return sourcesBelow(one).map(
    (event) => `- The same from ${escapeMarkdown(flat(event.source.label))}: ${headline(event, zone)}`,
  );
}

function entry(one: StoryEvent, zone: string): string {
  const bundle = bundleWords(one, zone);
  const below = [
    ...(bundle ? [`- Repeated: ${bundle}`] : []),
    ...sources(one, zone),
    ...accountsBelow(one).flatMap((account) => [
      `- Another account: ${headline(account.event, zone)}`,
      ...indent([...details(account.event, zone), ...sources(account, zone)]),
    ]),
  ];
  return [`- ${headline(one.event, zone)}`, ...indent([...details(one.event, zone), ...below])].join("\n");
}

function milestoneTable({ milestones, zone }: ExportStory): string {
  const rows = milestones.flatMap(({ name, at, precision, eventNumber, notApplicable }) => {
    const when = timeWords({ at, precision: precision ?? "unknown", endAt: null, uncertaintySeconds: null }, zone);
    if (notApplicable) return [`| ${MILESTONE_WORDS[name]} | does not apply | |`];
    return eventNumber === null ? [] : [`| ${MILESTONE_WORDS[name]} | ${when} | E${eventNumber} |`];
  });
  if (rows.length === 0) return "No milestones yet.";
  return ["| Milestone | Time | Event |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Returns a timeline as Markdown for people, which the importer reads back with every event at its instant. */
export function timelineMarkdown(story: ExportStory): string {
  const { incident, zone } = story;
  const { events, about } = openStory(story);
  const until = incident.resolvedAt === null ? "not resolved" : `to ${stampWords(incident.resolvedAt, zone)}`;
  const services = incident.services.length > 0 ? ` Services: ${escapeMarkdown(incident.services.join(", "))}.` : "";
  return [
    `# Timeline of ${incident.key}: ${escapeMarkdown(flat(incident.title))}`,
    about,
    `SEV${incident.severity}, ${INCIDENT_STATUS_WORDS[incident.status].toLowerCase()}, from ${stampWords(incident.startedAt, zone)} ${until}.${services}`,
    "## Milestones",
    milestoneTable(story),
    "## Events",
    events.length === 0 ? "No events." : events.map((one) => entry(one, zone)).join("\n"),
    "",
  ].join("\n\n");
}
