"use client";

import { type ReactNode, useState } from "react";
import { FactButton } from "#components/ui/fields/value-button.tsx";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { Who } from "#components/ui/labels/avatar.tsx";
import { Marked } from "#components/ui/labels/marked.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANGE_HEALTH_WORDS, CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import type { ChangePatch } from "../change-cache.ts";
import { EditPopover, type ValueField } from "../edit/edit-popover.tsx";
import { healthKind, statusKind } from "../options.tsx";
import { useChangeStrategic } from "../use-change.ts";

/** The facts of a strategic change. Each opens its own editor for people who can change it. */
export function ChangeProps({ change }: { change: StrategicChange }) {
  const { patch } = useChangeStrategic();
  const [open, setOpen] = useState<{ field: ValueField; anchor: HTMLElement } | null>(null);
  const [moved, setMoved] = useState<{ patch: ChangePatch; anchor: HTMLElement } | null>(null);
  const endMove = () => {
    setMoved(null);
    // The list that the dialog replaced can't get the focus back.
    setTimeout(() => moved?.anchor.focus());
  };
  const pick = (one: ChangePatch) => {
    const { targetQuarter: to } = one;
    // A proposal has a plan, and no promise yet. A promised quarter moves with a reason, as on the roadmap.
    if (to === undefined || change.targetQuarter === null || change.status === "proposed") patch(change, one);
    else if (to !== change.targetQuarter && open) setMoved({ patch: one, anchor: open.anchor });
  };
  const value = (field: ValueField, children: ReactNode) =>
    change.abilities.edit ? (
      <FactButton data-field={field} onClick={(event) => setOpen({ field, anchor: event.currentTarget })}>
        {children}
      </FactButton>
    ) : (
      <Marked>{children}</Marked>
    );
  return (
    <>
      <PropsList
        items={[
          {
            term: "State",
            value: <Status kind={statusKind(change.status)}>{CHANGE_STATUS_WORDS[change.status]}</Status>,
          },
          { term: "Health", value: <Health change={change} /> },
          { term: "Owner", value: value("owner", <Who name={change.owner?.name ?? null} />) },
          { term: "Sponsor", value: value("sponsor", whoOr(change.sponsor, "No sponsor")) },
          { term: "Effect by", value: value("effectBy", whoOr(change.effectBy, "The sponsor")) },
          { term: "Team", value: value("team", change.team?.name ?? none("No team")) },
          {
            term: "Other teams",
            value: value("otherTeams", change.otherTeams.map(({ name }) => name).join(", ") || none("None")),
          },
          { term: "Theme", value: value("theme", change.theme ?? none("No theme")) },
          {
            term: "Quarter",
            value: value("quarter", change.targetQuarter ? quarterWords(change.targetQuarter) : none("No quarter yet")),
          },
        ]}
      />
      {open ? <EditPopover {...open} row={change} onPick={pick} onClose={() => setOpen(null)} /> : null}
      {moved ? (
        <WordsDialog
          title={`Move ${change.key} to ${moved.patch.targetQuarter ? quarterWords(moved.patch.targetQuarter) : "no quarter"}`}
          label="Reason"
          hint="The quarter changes, so the sponsor is notified of the reason"
          missing="Enter a reason"
          maxLength={LENGTHS.strategicChange.reason}
          confirm="Move"
          onConfirm={(reason) => {
            endMove();
            patch(change, moved.patch, reason);
          }}
          onClose={endMove}
        />
      ) : null}
    </>
  );
}

const none = (words: string) => <span className={textStyles.muted}>{words}</span>;
const whoOr = (person: PersonRef | null, words: string) => (person ? <Who name={person.name} /> : none(words));

function Health({ change }: { change: StrategicChange }) {
  const { health, reportedHealth, healthAt, stale } = change;
  return (
    <>
      {health ? <Status kind={healthKind(health)}>{CHANGE_HEALTH_WORDS[health]}</Status> : null}
      {health ? null : <span className={textStyles.muted}>No update yet</span>}
      {healthAt ? (
        <span className={textStyles.muted}>
          <Moment at={healthAt} />
        </span>
      ) : null}
      {reportedHealth !== null && reportedHealth !== health ? (
        <span className={textStyles.muted}>
          Reported {CHANGE_HEALTH_WORDS[reportedHealth].toLowerCase()}, held down by a milestone
        </span>
      ) : null}
      {stale ? <Tag dashed>No recent update</Tag> : null}
    </>
  );
}
