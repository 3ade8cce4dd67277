import { AxisMarks } from "#components/ui/marks/axis-marks.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import type { Response } from "#lib/contract/impact.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { ticksOf } from "#lib/incidents/timeline/score/axis-ticks.ts";
import { DefinitionsLink } from "./definitions-dialog.tsx";
import { MeasureRow } from "./measure-row.tsx";
import styles from "./response.module.css";
import { spanOfResponse } from "./response-span.ts";

type ResponseSectionProps = {
  response: Response;
  events: readonly TimelineEvent[];
  zone: string;
  incidentKey: string;
  mayEdit: boolean;
};

const GUIDE_PX = 520;

/** The response: each measure with both its ends as text, times and on the incident's axis. */
export function ResponseSection({ response, events, zone, incidentKey, mayEdit }: ResponseSectionProps) {
  const { measures, evidence, customerDetected } = response;
  const span = spanOfResponse(measures);
  const ticks = span ? ticksOf({ ...span, x0: 0, x1: GUIDE_PX }, zone, 110) : [];
  const shapes = new Map(events.map((event) => [event.id, event.shape]));
  return (
    <Section id="impact-response" title="Response" count="each with its start and end" right={<DefinitionsLink />}>
      <div className={styles.axis} aria-hidden="true">
        <span />
        <AxisMarks marks={ticks.map(({ label, x }) => ({ label, percent: (x / GUIDE_PX) * 100 }))} />
      </div>
      <ul>
        {measures.map((measure) => (
          <MeasureRow
            key={measure.name}
            measure={measure}
            span={span}
            shapes={shapes}
            zone={zone}
            incidentKey={incidentKey}
            mayEdit={mayEdit}
          />
        ))}
      </ul>
      <Note>
        {customerWords(customerDetected)} {evidenceWords(evidence)}
      </Note>
    </Section>
  );
}

function customerWords(customerDetected: boolean | null): string {
  if (customerDetected === null) return "";
  return customerDetected ? "First detected by a customer report." : "First detected by monitoring or staff.";
}

function evidenceWords({ entries, withEvidence }: Response["evidence"]): string {
  if (entries === 0) return "No entries yet.";
  return `Entries with a link or an attachment: ${withEvidence} of ${entries}.`;
}
