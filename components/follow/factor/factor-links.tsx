import { EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { FixQuestionsProps } from "./fix-questions.tsx";

/** The actions and strategic changes that address a factor, with their links and states. */
export const answersOf = (factor: Factor) => [
  ...factor.actions.map(({ key, title, status }) => ({
    key,
    title,
    href: `/actions/${key}`,
    state: ACTION_STATUS_WORDS[status],
  })),
  ...factor.changes.map(({ key, title, status }) => ({
    key,
    title,
    href: `/strategy/${key}`,
    state: CHANGE_STATUS_WORDS[status],
  })),
];

const FIX_QUESTIONS = new Later<FixQuestionsProps>(async () => (await import("./fix-questions.tsx")).FixQuestions);

/** Actions that were verified for the condition of a factor before its incident. Loaded once the factor is shown. */
export function FactorQuestions(props: FixQuestionsProps) {
  return <LaterPart of={FIX_QUESTIONS} props={props} lost={<></>} />;
}

/** The events of a factor's evidence, as links into the timeline. */
export function FactorEvidence({ factor }: { factor: Factor }) {
  return (
    <>
      {factor.evidence.map((one) => (
        <EvidenceLink
          key={one.eventId}
          href={`/incidents/${factor.incidentKey}?event=${one.eventId}`}
          title={one.title}
        >
          E{one.number}
          {one.stance === "against" ? " against" : ""}
        </EvidenceLink>
      ))}
    </>
  );
}
