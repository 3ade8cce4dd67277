"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { spanWords } from "#components/incidents/incident/incident-words.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { PropsList } from "#components/ui/props-list.tsx";
import { SevTag } from "#components/ui/sev-tag.tsx";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { INCIDENT_ROLE_WORDS, type Severity } from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS, TEMPLATE_WORDS } from "#lib/base/vocabulary/review.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";

const useIncident = () => {
  const { review } = useReviewScope();
  return useQuery(query.incident.get.queryOptions({ input: { key: review.incident.key } }));
};

/** The strip at the top: what, how severe, when, who. */
export function HeaderBlock() {
  const { review } = useReviewScope();
  const incident = useIncident();
  return (
    <BlockFrame title="At a glance" note={review.key} state={stateOf(incident)}>
      <PropsList
        items={[
          {
            term: "Incident",
            value: (
              <>
                <SevTag level={(incident.data?.severity ?? 4) as Severity} /> {review.incident.key}{" "}
                {review.incident.title}
              </>
            ),
          },
          {
            term: "When",
            value: incident.data ? `${spanWords(incident.data.startedAt, incident.data.resolvedAt, "UTC")} UTC` : "",
          },
          {
            term: "Services",
            value: incident.data?.services.map((service) => service.name).join(", ") || "none named",
          },
          {
            term: "Review",
            value: `${TEMPLATE_WORDS[review.template]}, ${REVIEW_STATUS_WORDS[review.status].toLowerCase()}`,
          },
          { term: "Authors", value: review.authors.map((author) => author.name).join(", ") || "nobody yet" },
          { term: "Facilitator", value: review.facilitator?.name ?? "nobody yet" },
        ]}
      />
    </BlockFrame>
  );
}

export function RolesBlock() {
  const incident = useIncident();
  const roles = incident.data?.roles ?? [];
  return (
    <BlockFrame title="Roles" state={stateOf(incident)}>
      {roles.length === 0 ? <p className="muted">No roles recorded. Name them on the incident.</p> : null}
      <table>
        <tbody>
          {roles.map((holder) => (
            <tr key={`${holder.role} ${holder.name}`}>
              <td>{INCIDENT_ROLE_WORDS[holder.role]}</td>
              <td>{holder.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockFrame>
  );
}

export function AttendanceBlock() {
  const { review } = useReviewScope();
  return (
    <BlockFrame title="Meeting">
      <p>
        {review.meetingOn
          ? `Held on ${dayWords(review.meetingOn)}, facilitated by ${review.facilitator?.name ?? "nobody named"}.`
          : "Not held yet. Its date is entered under More, People and dates."}
      </p>
    </BlockFrame>
  );
}

export function ApprovalsBlock() {
  const { review } = useReviewScope();
  const names = review.approvers.map((person) => person.name).join(", ") || "nobody named yet";
  return (
    <BlockFrame title="Approvals and history" link={{ href: `/reviews/${review.key}/history`, label: "Open history" }}>
      <p>
        Approvers: {names}. Status: {REVIEW_STATUS_WORDS[review.status]}
        {review.publishedAt ? `, published on ${dayWords(review.publishedAt)}` : ""}.
      </p>
    </BlockFrame>
  );
}
