"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import type { Prop } from "#components/ui/lists/props-list.tsx";
import { capital, countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { LONGER_WAIVER, stepsOf } from "../edit/steps.ts";
import { LinkedText } from "../linked-text.tsx";
import { PutAside } from "./put-aside.tsx";

type Waiver = NonNullable<ActionItem["waiver"]>;

interface NoticeProps {
  item: ActionItem;
  /** Heading level: 3 in the panel, 2 on the page. */
  level: 2 | 3;
}

/**
 * The waiver of an action: requested, with buttons for people who can approve it, or in force until its day, with the request
 * for a longer one.
 */
export function WaiverNotice({ item, level }: NoticeProps) {
  const { waiver } = item;
  if (!waiver) return null;
  const asked = waiver.status === "requested" ? waiver : waiver.longer;
  return (
    <>
      {waiver.status === "approved" ? <InForce item={item} waiver={waiver} level={level} /> : null}
      {asked ? <Requested item={item} approvers={waiver.approvers} asked={asked} level={level} /> : null}
    </>
  );
}

interface RequestedProps extends NoticeProps, Pick<Waiver, "approvers"> {
  asked: NonNullable<Waiver["longer"]>;
}

function Requested({ item, asked, approvers, level }: RequestedProps) {
  const today = useToday();
  const { change, refuseWaiver } = useEditLayer();
  const { work } = item.abilities;
  const { reason, mitigation, until, mayAnswer } = asked;
  const name = item.status === "waived" ? "longer waiver" : "waiver";
  const withdraw = () => change([item], { kind: "waiver_withdrawn", request: { reason, mitigation, until } });
  return (
    <PutAside
      kind={item.status === "waived" ? "longer" : "waiver"}
      level={level}
      tone={mayAnswer ? "yours" : "quiet"}
      title={`${capital(name)} requested until ${wordsOfDate(until, today)}`}
      note="waiting for approval"
      reason={<LinkedText text={reason} />}
      facts={[
        mitigationOf(asked),
        { term: "Requested", value: <By name={asked.requestedBy} at={asked.requestedAt} /> },
        { term: "Approver", value: `${APPROVER_WORDS[approvers]}, but not the owner or the implementer` },
      ]}
    >
      {mayAnswer ? (
        <>
          <Button onClick={() => change([item], { kind: "waiver_answer", answer: "approved" })}>
            Approve the {name}
          </Button>
          <Button onClick={() => refuseWaiver(item)}>Reject the {name}</Button>
        </>
      ) : null}
      {work ? (
        <Button kind="ghost" onClick={withdraw}>
          Withdraw the request
        </Button>
      ) : null}
    </PutAside>
  );
}

const APPROVER_WORDS: Record<Waiver["approvers"], string> = {
  tpm_or_manager: "A TPM, an admin or the manager of the team",
  tpm: "A TPM or an admin",
  manager: "The manager of the team",
};

const SOON_DAYS = 7;

function InForce({ item, waiver, level }: NoticeProps & { waiver: Waiver }) {
  const today = useToday();
  const meId = useMe()?.id;
  const { take } = useEditLayer();
  const days = daysBetween(today, waiver.until);
  const { until, leftStatus, mayAnswer } = waiver;
  const back = stepsOf(item, meId).find((step) => step.to === leftStatus);
  return (
    <PutAside
      kind="waiver"
      level={level}
      tone={days <= SOON_DAYS ? "warm" : "quiet"}
      title={`Waived until ${wordsOfDate(until, today)}`}
      note={days > 0 ? `ends in ${countWords(days, "day")}` : days === 0 ? "ends today" : "has ended"}
      reason={<LinkedText text={waiver.reason} />}
      facts={[
        mitigationOf(waiver),
        {
          term: "Approved",
          value: waiver.answeredAt ? <By name={waiver.answeredBy} at={waiver.answeredAt} /> : "Unknown",
        },
        ...(leftStatus
          ? [
              {
                term: "Afterwards",
                value: `${ACTION_STATUS_WORDS[leftStatus]} again on ${wordsOfDate(until, today)}`,
              },
            ]
          : []),
      ]}
    >
      {mayAnswer && back?.refused === null ? <Button onClick={() => take(back, [item])}>End the waiver</Button> : null}
      {item.abilities.work && waiver.longer === null && item.teamDay < until ? (
        <Button kind="ghost" onClick={() => take(LONGER_WAIVER, [item])}>
          {LONGER_WAIVER.verb}
        </Button>
      ) : null}
    </PutAside>
  );
}

const mitigationOf = ({ mitigation }: Pick<Waiver, "mitigation">): Prop => ({
  term: "Mitigation",
  value: mitigation ? <LinkedText text={mitigation} /> : "None",
});

function By({ name, at }: { name: string | null; at: string }) {
  return (
    <>
      {name ?? "Unknown"}, <Moment at={at} />
    </>
  );
}
