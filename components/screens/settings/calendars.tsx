"use client";

import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { CalendarDialog } from "#components/people/calendar/calendar-dialog.tsx";
import { CalendarStrip } from "#components/people/calendar/calendar-strip.tsx";
import { useCalendarWrites } from "#components/people/calendar/use-calendar-writes.ts";
import { calendarName, calendarWords, workingDaysWords } from "#components/people/calendar/working-days.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Note } from "#components/ui/note.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { capital, countWords } from "#lib/base/text/sentence.ts";
import type { Calendar } from "#lib/contract/calendar.ts";
import styles from "./calendars.module.css";
import shared from "./settings.module.css";

/** Business calendars: the organisation's, and those of teams. */
export function Calendars() {
  const { data, error, refetch } = useQuery(reads.calendar.list());
  const manages = useMe()?.may.includes("policy.manage") ?? false;
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Calendar | null>(null);
  const [own] = data?.items ?? [];
  /** As someone else may have saved it since it was opened. */
  const current = data?.items.find(({ id }) => id === changed?.id) ?? changed;
  const add =
    manages && own ? (
      <Button icon={<Plus size={14} />} onClick={() => setAdding(true)}>
        Calendar
      </Button>
    ) : null;
  return (
    <Section
      id="calendars"
      title="Business calendars"
      count={data ? `${countWords(data.items.length, "calendar")}, next 13 weeks` : undefined}
      right={add}
    >
      {error ? <NotRead what="business calendars" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading business calendars" /> : null}
      {data?.items.map((calendar) => (
        <CalendarRow
          key={calendar.id}
          calendar={calendar}
          onChange={manages ? () => setChanged(calendar) : undefined}
        />
      ))}
      {data ? (
        <Note className={shared.foot}>
          Grey days are weekends, dark days are days off. Reminders count the business days of an action's team, or of
          its owner's. A team without a calendar uses the organisation's.
        </Note>
      ) : null}
      {own ? <CalendarDialog open={isAdding} onOpenChange={setAdding} start={own} /> : null}
      {current ? (
        <CalendarDialog
          key={current.id}
          open
          onOpenChange={() => setChanged(null)}
          calendar={current}
          start={current}
        />
      ) : null}
    </Section>
  );
}

function CalendarRow({ calendar, onChange }: { calendar: Calendar; onChange: (() => void) | undefined }) {
  const { remove } = useCalendarWrites();
  const { team, timeZone, workingDays, placeName, ahead } = calendar;
  const [name, words] = [calendarName(calendar), calendarWords(calendar)];
  return (
    <article className={styles.calendar} aria-label={capital(words)}>
      <div>
        <h3 className={textStyles.emphasis}>{name}</h3>
        <p className={textStyles.caption}>{workingDaysWords(workingDays)}</p>
        <p className={textStyles.caption}>{placeName ? `Holidays of ${placeName}` : "No public holidays"}</p>
        <p className={textStyles.note}>{timeZone}</p>
      </div>
      <CalendarStrip ahead={ahead} workingDays={workingDays} />
      {onChange ? (
        <span className={styles.actions}>
          <Button kind="ghost" aria-label={`Change ${words}`} onClick={onChange}>
            Change
          </Button>
          {team ? (
            <Menu align="end" trigger={<BareIconButton label={`Actions for the ${words}`} icon={<Ellipsis />} />}>
              <MenuItem detail="The organisation's calendar then applies" onSelect={() => void remove(calendar)}>
                Remove calendar
              </MenuItem>
            </Menu>
          ) : null}
        </span>
      ) : null}
    </article>
  );
}
