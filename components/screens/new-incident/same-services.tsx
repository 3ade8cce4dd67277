"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { beganWords, lastedWords } from "#components/incidents/incident/incident-words.ts";
import { TextLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";

const MOST = 3;

/** The latest incidents of the chosen services, so that one is not entered twice. */
export function SameServices({ serviceIds }: { serviceIds: readonly string[] }) {
  const { data } = useQuery({
    ...query.incident.list.queryOptions({ input: { serviceId: [...serviceIds], limit: MOST } }),
    enabled: serviceIds.length > 0,
  });
  const incidents = serviceIds.length > 0 ? (data?.items ?? []) : [];
  if (incidents.length === 0) return null;
  const now = new Date().toISOString();
  return (
    <section className="sec">
      <SectionHead title="Is it one of these?" count="same services, newest first" />
      <ul className="sm rows">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <TextLink className="t" href={`/incidents/${incident.key}`}>
              {incident.title}
            </TextLink>
            <IncidentSignature incident={incident} widthPx={72} />
            <span className="small">
              {incident.key}, began {beganWords(incident.startedAt, now)}, {lastedWords(incident, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
