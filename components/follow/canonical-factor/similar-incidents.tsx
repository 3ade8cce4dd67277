"use client";

import { useQuery } from "@tanstack/react-query";
import { GitCommitHorizontal, Repeat2, TextSearch } from "lucide-react";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { isGone } from "#components/base/api/problem.ts";
import { cx } from "#components/ui/cx.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatWeighted } from "#lib/base/time/duration.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { SimilarIncident } from "#lib/contract/incident.ts";
import styles from "./similar-incidents.module.css";

interface SimilarIncidentsProps {
  incidentKey: string;
  hrefOf: (key: string) => string;
}

const ICONS = {
  condition: <Repeat2 size={14} />,
  trigger: <GitCommitHorizontal size={14} />,
  statement: <TextSearch size={14} />,
};

/** Incidents like this one, each with the reason. Nothing is shown if there are none. */
export function SimilarIncidents({ incidentKey, hrefOf }: SimilarIncidentsProps) {
  const similar = useQuery(reads.incident.similar(incidentKey));
  const items = similar.data?.items ?? [];
  // Someone can read a review whose incident they can't open.
  if (isGone(similar.error) || (items.length === 0 && !similar.isError)) return null;
  return (
    <Section title={`Incidents like ${incidentKey}`} count="closest match first, with the reason">
      {similar.isError ? (
        <NotRead what="similar incidents" error={similar.error} onRetry={() => void similar.refetch()} />
      ) : null}
      <div className={styles.rows}>
        <Rows>
          {items.map((incident) => (
            <SimilarRow key={incident.key} incident={incident} href={hrefOf(incident.key)} />
          ))}
        </Rows>
      </div>
    </Section>
  );
}

function SimilarRow({ incident, href }: { incident: SimilarIncident; href: string }) {
  return (
    <li className={styles.row}>
      <span className={textStyles.recordKey}>{incident.key}</span>
      <span className={styles.severity}>
        <SevTag level={SEVERITIES.find((one) => one === incident.severity) ?? 4} />
      </span>
      <div>
        <NextLink className={cx(textStyles.link, textStyles.emphasis)} href={href}>
          {incident.title}
        </NextLink>
        <ul className={styles.reasons}>
          {incident.reasons.map(({ kind, text, conditionId }) => (
            <li key={text}>
              {ICONS[kind]}
              {conditionId ? (
                <NextLink className={textStyles.link} href={`/factors/${conditionId}`}>
                  {text}
                </NextLink>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      </div>
      <span className={cx(textStyles.figureCell, textStyles.wideOnly)}>
        {incident.minutes === null ? (
          <span className={textStyles.muted}>Unknown</span>
        ) : (
          formatWeighted(incident.minutes * 60)
        )}
      </span>
    </li>
  );
}
