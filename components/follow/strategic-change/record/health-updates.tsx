"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { HealthForm } from "../edit/health-form.tsx";
import { useIsKept } from "../edit/update-draft.ts";
import { figureWords } from "../figure-words.ts";
import { healthKind } from "../options.tsx";
import styles from "./change-sections.module.css";

const SHOWN = 3;

/** Whether someone writes an update, which a button next to the title opens too. */
export interface Reporting {
  isOpen: boolean;
  /** How often the form was asked for. Another number focuses it. */
  asked: number;
  ask: () => void;
  close: () => void;
}

/**
 * The state of the form of an update. Asked for while it is open, it gets the focus again. It is open from the start
 * while it contains an update that this person left.
 */
export function useReporting(changeKey: string): Reporting {
  const isKept = useIsKept(changeKey);
  const [isOpen, setOpen] = useState(isKept);
  const [asked, setAsked] = useState(0);
  const ask = () => {
    setOpen(true);
    setAsked(asked + 1);
  };
  return { isOpen, asked, ask, close: () => setOpen(false) };
}

interface HealthUpdatesProps {
  change: StrategicChange;
  level: 2 | 3;
  reporting: Reporting;
}

/** The form of an update, and the updates before it, newest first. Older ones are folded. */
export function HealthUpdates({ change, level, reporting }: HealthUpdatesProps) {
  const { isOpen } = reporting;
  const add = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) add.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const [isWhole, setWhole] = useState(false);
  const { updates, abilities, stale } = change;
  const shown = isWhole ? updates : updates.slice(0, SHOWN);
  return (
    <Section
      title="Updates"
      level={level}
      count={stale ? "The next one is due" : updates.length === 0 ? undefined : updates.length}
      right={
        abilities.report && !isOpen ? (
          <Button ref={add} className={styles.add} kind="ghost" icon={<Plus size={14} />} onClick={reporting.ask}>
            Add update
          </Button>
        ) : null
      }
    >
      {isOpen && abilities.report ? (
        <HealthForm change={change} asked={reporting.asked} onClose={reporting.close} />
      ) : null}
      {updates.length === 0 ? (
        <p className={textStyles.muted}>
          No updates yet. The first is due two weeks after work starts, unless a policy sets another time.
        </p>
      ) : null}
      <ul className={cx(styles.updates, level === 2 && styles.onPage)}>
        {shown.map((update) => (
          <li key={update.id}>
            <div className={layoutStyles.row}>
              <Status kind={healthKind(update.health)}>
                <b className={textStyles.emphasis}>{CHANGE_HEALTH_WORDS[update.health]}</b>
              </Status>
              <span className={textStyles.note}>
                {update.by ? `${update.by}, ` : ""}
                <Moment at={update.at} />
              </span>
            </div>
            {update.because ? (
              <p className={textStyles.note}>Why its health is better than its milestones: {update.because}</p>
            ) : null}
            <UpdateLines update={update} metric={change.measure?.metric} />
          </li>
        ))}
      </ul>
      {updates.length > shown.length ? (
        <Button kind="ghost" className={styles.more} onClick={() => setWhole(true)}>
          Show {updates.length - shown.length} older
        </Button>
      ) : null}
    </Section>
  );
}

type Told = StrategicChange["updates"][number];
type ToldLines = Pick<Told, "body" | "plans" | "problems" | "help"> & Partial<Pick<Told, "measured">>;

/** The lines of an update, each with its name. An update of one text needs no name. */
export function UpdateLines({ update, metric }: { update: ToldLines; metric?: string | undefined }) {
  const { body, plans, problems, help, measured = null } = update;
  if (!plans && !problems && !help && !measured) return <p className={textStyles.prose}>{body}</p>;
  const lines = [
    { term: "Progress", text: body },
    { term: "Plans", text: plans },
    { term: "Problems", text: problems },
    { term: "Help needed", text: help },
    { term: "Measured", text: measured ? measuredWords(measured, metric) : "" },
  ];
  return (
    <dl className={styles.lines}>
      {lines.map(({ term, text }) =>
        text ? (
          <div key={term}>
            <dt className={textStyles.muted}>{term}</dt>
            <dd className={textStyles.written}>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Returns the value, with its measure if that has changed in the meantime. */
function measuredWords(
  { value, unit, metric }: NonNullable<StrategicChange["updates"][number]["measured"]>,
  now: string | undefined,
): string {
  const words = figureWords(value, unit);
  return metric === now ? words : `${words} (${metric})`;
}
