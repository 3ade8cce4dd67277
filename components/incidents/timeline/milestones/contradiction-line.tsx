import { Fragment } from "react";
import { TextLink } from "#components/ui/link.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Metric, Metrics } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";

type Warning = Metrics["warnings"][number];

/** Returns the contradiction that replaces a measure. Null while its ends are in order or one is missing. */
export const contradictionOf = ({ warnings }: Metrics, { from, to }: Pick<Metric, "from" | "to">): Warning | null =>
  warnings.find(({ kind, earlier, later }) => kind === "order" && earlier === to && later === from) ?? null;

type ContradictionLineProps = {
  warning: Warning;
  incidentKey: string;
  /** Whether the reader can set a milestone. Others only see the two times. */
  mayEdit: boolean;
};

/** Two milestones in the wrong order with both times, and a way to change either. A lead is only stated. */
export function ContradictionLine({
  warning: { kind, earlier, later, message },
  incidentKey,
  mayEdit,
}: ContradictionLineProps) {
  const isOrder = kind === "order";
  return (
    <Note isWarning={isOrder}>
      {message}.
      {isOrder && mayEdit
        ? [earlier, later].map((name) => (
            <Fragment key={name}>
              {" "}
              <TextLink className={textStyles.prominent} href={`/incidents/${incidentKey}?milestone=${name}`}>
                Change {MILESTONE_WORDS[name].toLowerCase()}
              </TextLink>
            </Fragment>
          ))
        : null}
    </Note>
  );
}
