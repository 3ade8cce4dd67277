import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { type Inline, sentences } from "../inline.ts";
import type { Story } from "./story.ts";
import { firstSeen } from "./summary.ts";

/** The earliest signal, while nobody has said which event was the detection. */
function earliestSignal(story: Story): Inline[] {
  const earliest = story.visible.find(({ kind }) => kind === "alert_fired" || kind === "customer_report");
  if (!earliest) return [];
  const when = story.when(earliest);
  return [
    `The earliest signal on the timeline is ${story.quote(earliest)}${when === null ? "" : `, ${when}`} `,
    { eventId: earliest.id },
    ".",
  ];
}

function signal(story: Story): Inline[][] {
  const detected = story.moment("detected");
  if (!detected) return [earliestSignal(story)];
  const what = detected.event ? [`The first signal was ${story.quote(detected.event)}.`] : [];
  return [what, firstSeen(story)];
}

function pagedAndTaken(story: Story): Inline[][] {
  const paged = story.moment("paged");
  const taken = story.moment("acknowledged");
  const lag = story.span("timeToAcknowledge");
  const after = lag === null ? "" : `, ${lag} after the first signal`;
  return [
    paged ? [`A person was paged ${paged.when}`, ...paged.cite, "."] : [],
    taken ? [`The page was acknowledged ${taken.when}`, ...taken.cite, `${after}.`] : [],
  ];
}

function counts(story: Story): Inline[] {
  const count = (kind: string) => story.visible.filter((event) => event.kind === kind).length;
  const [alerts, reports] = [count("alert_fired"), count("customer_report")];
  if (alerts + reports < 2) return [];
  const words = [
    alerts > 0 ? countWords(alerts, "alert") : "",
    reports > 0 ? countWords(reports, "customer report") : "",
  ];
  return [`The timeline holds ${listWords(words.filter((word) => word !== ""))}.`];
}

/** How it was found, through what, and how long after the impact began. */
export function writeDetection(story: Story): DocumentNode[] {
  return [...sentences(signal(story)), ...sentences([...pagedAndTaken(story), counts(story)])];
}
