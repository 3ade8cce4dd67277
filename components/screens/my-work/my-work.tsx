"use client";

import type { InferContractRouterOutputs } from "@orpc/contract";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { dayEntries } from "#components/follow/my-work/day-entries.ts";
import { DayList } from "#components/follow/my-work/day-list.tsx";
import { needWords } from "#components/follow/my-work/day-words.ts";
import { LateInTeams } from "#components/follow/my-work/late-in-teams.tsx";
import { MyActions } from "#components/follow/my-work/my-actions.tsx";
import { MyReviews } from "#components/follow/my-work/my-reviews.tsx";
import { NeedsYou } from "#components/follow/my-work/needs-you.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { LeftEditsList } from "#components/reviews/document/unsent/left-edits-list.tsx";
import { ButtonLink, TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { dayInFull, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Me, meContract } from "#lib/contract/me.ts";
import styles from "./my-work.module.css";

type Work = InferContractRouterOutputs<typeof meContract>["work"];

/** The reader's work. */
const useWork = () => useQuery(reads.me.work());

/** Shown to someone who has just started and has nothing yet. */
const isBare = (work: Work): boolean =>
  [work.now, work.reviews, work.actions, work.lateInMyTeams].every((items) => items.length === 0);

interface NewOnForumProps {
  reviews: Work["published"];
  today: string;
}

/** The latest publications. */
function NewOnForum({ reviews, today }: NewOnForumProps) {
  const dayOf = useDayOf();
  if (reviews.length === 0) return null;
  return (
    <Section title="New on the forum" right={<TextLink href="/forum">Open forum</TextLink>}>
      <Rows className={styles.published}>
        {reviews.map(({ key, title, incidentKey, publishedAt }) => (
          <li key={key}>
            <NextLink className={styles.publishedTitle} href={`/reviews/${key}`}>
              {title}
            </NextLink>
            <div className={textStyles.note}>
              {incidentKey}, published {wordsOfDate(dayOf(publishedAt), today)}
            </div>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

/** Shown when nothing is waiting: what appears here, and how to start. */
function FirstSteps({ me }: { me: Me | undefined }) {
  const mayCreate = me?.may.includes("incident.create") ?? false;
  return (
    <EmptyState
      title="Your reviews, actions and evidence to check appear here."
      action={
        <span className={layoutStyles.row}>
          {mayCreate ? (
            <ButtonLink href="/incidents/new" kind="primary">
              New incident
            </ButtonLink>
          ) : null}
          {me?.demo ? <ButtonLink href="/incidents">Explore the demo incidents</ButtonLink> : null}
          {mayCreate || me?.demo ? null : <ButtonLink href="/forum">Read published reviews</ButtonLink>}
        </span>
      }
    >
      {mayCreate
        ? "Start with an incident. Import what happened, generate the review and agree on actions."
        : "No work assigned to you"}
    </EmptyState>
  );
}

/** The home page: the reader's work today, their actions, and new reviews. */
export function MyWork() {
  const me = useMe();
  const work = useWork();
  const today = useToday();
  return (
    <Page>
      <PageHead
        title={dayInFull(today)}
        sub={work.data ? needWords(work.data.now.length) : undefined}
        actions={
          me?.may.includes("incident.create") ? (
            <ButtonLink href="/incidents/new" icon={<Plus size={14} />}>
              New incident
            </ButtonLink>
          ) : undefined
        }
      />
      <div className={styles.ownWork}>
        <LeftEditsList userId={me?.id} />
      </div>
      {work.isPending ? <SkeletonRows rows={6} label="Loading your work" /> : null}
      {work.isError && !work.data ? (
        <NotRead what="your work" error={work.error} onRetry={() => work.refetch()} />
      ) : null}
      {work.data ? <Sections work={work.data} today={today} /> : null}
    </Page>
  );
}

function Sections({ work, today }: { work: Work; today: string }) {
  const me = useMe();
  const agenda = useQuery(reads.me.agenda());
  const day = dayEntries(agenda.data?.items ?? [], work, today);
  const hasSide = day.length > 0 || agenda.isError || work.lateInMyTeams.length > 0 || work.published.length > 0;
  const main = isBare(work) ? (
    <FirstSteps me={me} />
  ) : (
    <>
      <NeedsYou items={work.now} today={today} />
      <MyReviews items={work.reviews} today={today} />
      <MyActions items={work.actions} today={today} />
    </>
  );
  if (!hasSide) return main;
  return (
    <div className={styles.columns}>
      <div>{main}</div>
      <aside className={styles.side} aria-label="Today, my teams and the forum">
        {agenda.isError ? (
          <NotRead what="your day" error={agenda.error} onRetry={() => void agenda.refetch()} />
        ) : (
          <DayList entries={day} />
        )}
        <LateInTeams items={work.lateInMyTeams} mayNudge={work.mayNudge} today={today} />
        <NewOnForum reviews={work.published} today={today} />
      </aside>
    </div>
  );
}
