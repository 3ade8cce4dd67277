"use client";

import NextLink from "next/link";
import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { formatMinutes } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { INCIDENT_KIND_WORDS, SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { stateOfFixes } from "#lib/follow/canonical-factor/condition.ts";
import styles from "./condition-rows.module.css";

/** How far the fixes that followed from an incident are. */
function fixedWords({ fixes }: CanonicalFactor, key: string, today: string): string {
  const own = fixes.filter(({ incidentKey }) => incidentKey === key);
  const { total, verified, late } = stateOfFixes(own, today);
  if (total === 0) return "No fix yet";
  return `${verified} of ${countWords(total, "fix", "fixes")} verified${late.length > 0 ? `, ${late.length} late` : ""}`;
}

/** The incidents of a condition, with the statements of their own reviews. */
export function ConditionIncidents({ condition }: { condition: CanonicalFactor }) {
  const today = useToday();
  const dayOf = useDayOf();
  return (
    <Section
      title="Where it was seen"
      count={`${countWords(condition.incidents.length, "incident")}, as each review describes them`}
    >
      <Rows>
        {condition.incidents.map((incident) => (
          <li key={incident.key} className={styles.incident}>
            <time className={cx(textStyles.muted, textStyles.unbroken)} dateTime={incident.startedAt}>
              {wordsOfDate(dayOf(incident.startedAt), today)}
            </time>
            <span className={textStyles.recordKey}>{incident.key}</span>
            <span className={styles.severity}>
              <SevTag level={SEVERITIES.find((one) => one === incident.severity) ?? 4} />
            </span>
            <div>
              <NextLink className={cx(textStyles.link, textStyles.emphasis)} href={`/incidents/${incident.key}`}>
                {incident.title}
              </NextLink>{" "}
              {incident.counted ? null : <Tag dashed>{INCIDENT_KIND_WORDS[incident.kind]}, not counted</Tag>}
              {condition.factors
                .filter(({ incidentKey }) => incidentKey === incident.key)
                .map((factor) => (
                  <p key={factor.id} className={styles.statement}>
                    <NextLink className={textStyles.link} href={`/reviews/${factor.reviewKey}?factor=${factor.id}`}>
                      “{factor.statement}”
                    </NextLink>
                  </p>
                ))}
            </div>
            <span className={cx(textStyles.wideOnly, styles.band)}>
              <IncidentSignature incident={incident} />
            </span>
            <span className={cx(textStyles.caption, styles.fixed)}>{fixedWords(condition, incident.key, today)}</span>
            <span className={textStyles.figureCell}>
              {incident.minutes === null ? (
                <span className={textStyles.muted}>Unknown</span>
              ) : (
                formatMinutes(incident.minutes)
              )}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
