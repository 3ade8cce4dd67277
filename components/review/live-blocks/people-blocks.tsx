"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/api/client.ts";
import { PropsList } from "#components/ui/props-list.tsx";
import { SevTag } from "#components/ui/sev-tag.tsx";
import { INCIDENT_ROLE_WORDS, type Severity } from "#lib/incident/vocabulary.ts";
import { REVIEW_STATUS_WORDS, TEMPLATE_WORDS } from "#lib/review/vocabulary.ts";
import { useReviewScope } from "../review-scope.tsx";
import { BlockFrame, stateOf } from "./block-frame.tsx";

const useIncident = () => {
  const { review } = useReviewScope();
  return useQuery(query.incident.get.queryOptions({ input: { key: review.incident.key } }));
};

const minute = (at: string | null | undefined) => (at ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : "not resolved");

/** The strip at the top: what, how severe, when, who. */
export function HeaderBlock() {
  const { review } = useReviewScope();
  const incident = useIncident();
  return (
    <BlockFrame title="Summary strip" note={review.key} state={stateOf(incident)}>
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
          { term: "When", value: `${minute(incident.data?.startedAt)} to ${minute(incident.data?.resolvedAt)}` },
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
          ? `Held on ${review.meetingOn}, facilitated by ${review.facilitator?.name ?? "nobody named"}.`
          : "Not held yet. Its date is set in the bar above."}
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
        {review.publishedAt ? `, published ${review.publishedAt.slice(0, 10)}` : ""}.
      </p>
    </BlockFrame>
  );
}
