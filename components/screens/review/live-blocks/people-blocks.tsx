"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { spanWords } from "#components/incidents/incident/incident-words.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { type Prop, PropsList } from "#components/ui/lists/props-list.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { INCIDENT_ROLE_WORDS, type Severity } from "#lib/base/vocabulary/incident.ts";
import { APPROVAL_STATE_WORDS, REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";

const useIncident = () => {
  const { review } = useReviewScope();
  return useQuery(reads.incident.get(review.incident.key));
};

/** The strip at the top: what, how severe, when, who. Missing values are listed on one line below. */
export function HeaderBlock() {
  const { review } = useReviewScope();
  const incident = useIncident();
  const { authors, facilitator } = review;
  const { services = [], severity = 4, startedAt, startKnown, resolvedAt = null } = incident.data ?? {};
  const status = `${review.templateName}, ${REVIEW_STATUS_WORDS[review.status].toLowerCase()}`;
  const when = startedAt && startKnown ? `${spanWords(startedAt, resolvedAt, "UTC")} UTC` : "";
  const named: readonly Prop[] = [
    { term: "Services", value: services.map(({ name }) => name).join(", ") },
    { term: "Authors", value: authors.map(({ name }) => name).join(", ") },
    { term: "Facilitator", value: facilitator?.name ?? "" },
  ];
  const unset = [
    ...(startKnown === false ? ["start"] : []),
    ...named.filter(({ value }) => value === "").map(({ term }) => term.toLowerCase()),
  ];
  return (
    <BlockFrame title="At a glance" note={review.key} state={stateOf(incident)}>
      <PropsList
        items={[
          {
            term: "Incident",
            value: (
              <>
                <SevTag level={severity as Severity} /> {review.incident.key} {review.incident.title}
              </>
            ),
          },
          { term: "When", value: when },
          { term: "Review", value: status },
          ...named,
        ].filter(({ value }) => value !== "")}
      />
      {unset.length > 0 && incident.data ? (
        <Note>
          Not set: {listWords(unset)}.{" "}
          {services.length === 0 && review.abilities.write ? (
            <TextLink className={textStyles.prominent} data-prominent href={`/incidents/${review.incident.key}`}>
              Add services
            </TextLink>
          ) : null}
        </Note>
      ) : null}
    </BlockFrame>
  );
}

/** People with a role in the incident. */
export function RolesBlock() {
  const incident = useIncident();
  const roles = incident.data?.roles ?? [];
  return (
    <BlockFrame title="Roles" state={stateOf(incident)}>
      {roles.length === 0 ? <p className={textStyles.muted}>No roles yet. Add them to the incident.</p> : null}
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

/** The day of the review meeting and its facilitator. */
export function AttendanceBlock() {
  const { review } = useReviewScope();
  const today = useToday();
  const { meetingOn, facilitator } = review;
  return (
    <BlockFrame title="Meeting">
      <p>
        {meetingOn
          ? `${meetingOn <= today ? "Held on" : "Planned for"} ${dayWords(meetingOn)}${facilitator ? `, facilitated by ${facilitator.name}` : ""}.`
          : "Not held yet. Enter the date in More, People and dates."}
      </p>
    </BlockFrame>
  );
}

/** Approvers and status of the review, with a link to its history. */
export function ApprovalsBlock() {
  const { review } = useReviewScope();
  const names = review.approvals
    .map(
      ({ person, state, version, at }) =>
        `${person.name}, ${APPROVAL_STATE_WORDS[state]}${version && at ? ` (version ${version}, ${dayWords(at)})` : ""}`,
    )
    .join("; ");
  return (
    <BlockFrame title="Approvals and history" link={{ href: `/reviews/${review.key}/history`, label: "Open history" }}>
      <p>
        {names ? `Approvers: ${names}. ` : ""}Status: {REVIEW_STATUS_WORDS[review.status]}
        {review.publishedAt ? `, published on ${dayWords(review.publishedAt)}` : ""}.
      </p>
    </BlockFrame>
  );
}
