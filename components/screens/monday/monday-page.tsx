"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import NextLink from "next/link";
import { type ReactNode, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useAsk } from "#components/follow/action-item/edit/use-ask.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { Note } from "#components/ui/note.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { MONDAY_ROWS, MOST_MONDAY_ROWS } from "#lib/contract/lengths.ts";
import type { Monday } from "#lib/contract/monday.ts";
import { MONDAY_FIGURES, mondayLead } from "#lib/story/monday-figures.ts";
import { LateTable, lateHref } from "./late-table.tsx";
import styles from "./monday-page.module.css";
import {
  AskedNext,
  Blocked,
  Changes,
  Effects,
  Ending,
  Moved,
  Proposals,
  Reviews,
  Verified,
} from "./monday-sections.tsx";

/** The week of the programme: late items, the next reminders, and changes. Prints on A4. */
export function MondayPage() {
  const today = useToday();
  const [rows, setRows] = useState<number>();
  const { data, error, refetch } = useQuery(reads.programme.monday(today, rows));
  const shown = rows ?? MONDAY_ROWS;
  const mayAsk = useMe()?.may.includes("action.create") ?? false;
  const { ask, dialog } = useAsk();
  return (
    <Page>
      <PageHead
        title="Programme"
        sub={`${wordsOfDate(today, today)}. ${data ? mondayLead(data) : ""}`}
        actions={
          <>
            <Button className="noprint" icon={<Printer size={14} />} onClick={() => window.print()}>
              Print
            </Button>
            <ButtonLink kind="primary" className="noprint" href="/programme/monday/walk">
              Walk through
            </ButtonLink>
          </>
        }
      />
      {error ? <NotRead what="the week" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} label="Loading the week" /> : null}
      {data ? (
        <Week
          week={data}
          today={today}
          onAsk={mayAsk ? (key) => ask([key]) : undefined}
          onMore={shown < MOST_MONDAY_ROWS ? () => setRows(Math.min(shown * 4, MOST_MONDAY_ROWS)) : undefined}
        />
      ) : null}
      {dialog}
    </Page>
  );
}

interface WeekProps {
  week: Monday;
  today: string;
  /** Asks the owner of an action or a strategic change. Left out for people who only read. */
  onAsk?: ((key: string) => void) | undefined;
  /** Loads more rows of the lists that have more. */
  onMore?: (() => void) | undefined;
}

/** The figures of the week, each with its rows below or in Actions. */
export function Week({ week, today, onAsk, onMore }: WeekProps) {
  const items = MONDAY_FIGURES.map(({ label, note, count, part, before }) => ({
    label,
    value: String(count(week)),
    note: (
      <>
        <NextLink
          className={textStyles.link}
          href={part === null ? lateHref("late") : `#${part}`}
          aria-label={`${note}: ${label}, ${countWords(count(week), "row")}`}
        >
          {note}
        </NextLink>
        {before ? `, ${before.count(week)} ${before.words}` : null}
      </>
    ),
  }));
  return (
    <>
      <MetricsStrip items={items} />
      <LateTable teams={week.teams} />
      <AskedNext rows={week.askedNext} total={week.totals.askedNext} onMore={onMore} today={today} onAsk={onAsk} />
      <Blocked rows={week.blocked} total={week.totals.blocked} onMore={onMore} today={today} />
      <Pair>
        <Moved rows={week.moved} total={week.totals.moved} onMore={onMore} today={today} />
        <Ending waivers={week.waivers} acceptances={week.acceptances} today={today} />
      </Pair>
      <Verified rows={week.verified} total={week.totals.verified} onMore={onMore} />
      <Changes rows={week.changes} onAsk={onAsk} />
      <Effects rows={week.effects} today={today} />
      <Pair>
        <Reviews rows={week.reviews} total={week.totals.reviews} onMore={onMore} today={today} />
        <Proposals rows={week.proposals} />
      </Pair>
      <Note className={styles.foot}>
        Teams are in alphabetical order. Figures never count people, and include only what you can read.
      </Note>
    </>
  );
}

const Pair = ({ children }: { children: ReactNode }) => <div className={styles.pair}>{children}</div>;
