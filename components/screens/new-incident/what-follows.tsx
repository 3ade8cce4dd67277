"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { WhenReading } from "#components/base/time/parse-when.ts";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { utcDay, wordsOfDate } from "#lib/base/time/local-date.ts";
import { type IncidentKind, SEVERITY_WORDS, type Severity } from "#lib/base/vocabulary/incident.ts";
import { suggestTemplate } from "#lib/reviews/template/template.ts";
import styles from "./what-follows.module.css";

type WhatFollowsProps = {
  severity: Severity;
  kind: IncidentKind;
  ended: WhenReading | null;
  serviceIds: readonly string[];
};

/** The consequences of this severity and kind: the template of the review, and its deadline. */
export function WhatFollows({ severity, kind, ended, serviceIds }: WhatFollowsProps) {
  const slug = suggestTemplate(kind, severity);
  const template = useQuery(reads.template.list()).data?.items.find((one) => one.slug === slug);
  const endedOn = ended?.ok ? ended.at.slice(0, 10) : null;
  // Only real incidents have a severity for policies.
  const known = useQuery({ ...reads.service.found(""), enabled: serviceIds.length > 0 }).data?.items ?? [];
  const services = known.filter(({ id }) => serviceIds.includes(id));
  const asked = {
    severity: kind === "incident" ? severity : null,
    ...{ serviceIds: [...serviceIds], teamIds: services.flatMap(({ ownerTeam }) => ownerTeam?.id ?? []) },
    ...(endedOn ? { from: endedOn } : {}),
  };
  const { data } = useQuery({ ...reads.policy.applied(asked), enabled: endedOn !== null });
  const dates = endedOn === null ? null : data?.dates;
  const day = (date: string) => wordsOfDate(date, utcDay(new Date()));
  return (
    <div className={styles.follows}>
      <SectionHead title="What happens next" count={`by ${SEVERITY_WORDS[severity]}`} />
      <Rows>
        <li>
          <Therefore />
          <span>
            A review in the template <b className={textStyles.emphasis}>{template?.name ?? slug}</b>
          </span>
          <span className={styles.dueDay}>{dates ? `published by ${day(dates.publish)}` : "after it ends"}</span>
        </li>
        {template?.content?.needsMeeting ? (
          <li>
            <Therefore />
            <span>A meeting with the people involved</span>
            <span className={styles.dueDay}>{dates?.meet ? `by ${day(dates.meet)}` : "after it ends"}</span>
          </li>
        ) : null}
      </Rows>
    </div>
  );
}
