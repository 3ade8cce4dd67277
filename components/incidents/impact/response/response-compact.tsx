"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatMetric } from "#lib/base/time/duration.ts";
import { endsWords } from "./measure-row.tsx";
import styles from "./response-compact.module.css";

/** The response measures in short, for next to the timeline: value and both ends. The impact page has the details. */
export function ResponseCompact({ incidentKey, zone }: { incidentKey: string; zone: string }) {
  const response = useQuery(reads.impact.response(incidentKey)).data;
  if (!response || response.evidence.entries === 0) return null;
  const { measures, evidence } = response;
  return (
    <Section
      title="Response"
      count={`${evidence.withoutEvidence} of ${evidence.entries} entries without evidence`}
      right={<TextLink href={`/incidents/${incidentKey}/impact`}>Impact</TextLink>}
    >
      <Rows>
        {measures
          .filter(({ from, to }) => from.at !== null || to.at !== null)
          .map((measure) => (
            <li key={measure.name} className={styles.measure}>
              <span>
                <b className={textStyles.emphasis}>{measure.label}</b>
                <small className={textStyles.muted}>{endsWords(measure, zone)}</small>
              </span>
              <span
                className={textStyles.figure}
                data-warm={
                  (measure.seconds !== null &&
                    measure.targetSeconds !== null &&
                    measure.seconds > measure.targetSeconds) ||
                  undefined
                }
              >
                {formatMetric(measure)}
              </span>
            </li>
          ))}
      </Rows>
    </Section>
  );
}
