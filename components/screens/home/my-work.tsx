"use client";

import { Plus } from "lucide-react";
import { dayHead, needWords } from "#components/follow/work/day-words.ts";
import { FirstSteps } from "#components/follow/work/first-steps.tsx";
import { LateInTeams } from "#components/follow/work/late-in-teams.tsx";
import { MyActions } from "#components/follow/work/my-actions.tsx";
import { MyReviews } from "#components/follow/work/my-reviews.tsx";
import { NeedsYou } from "#components/follow/work/needs-you.tsx";
import { NewOnForum } from "#components/follow/work/new-on-forum.tsx";
import { isBare, useWork, type Work } from "#components/follow/work/use-work.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { todayIn } from "#lib/base/time/today-in.ts";

/** The first page: what waits for the reader today, what they have promised, and what is new. */
export function MyWork() {
  const me = useMe();
  const work = useWork();
  const zone = useMyZone();
  const today = todayIn(zone, new Date());
  return (
    <div className="page s-home">
      <PageHead
        title={dayHead(today)}
        sub={work.data ? needWords(work.data.now.length) : undefined}
        actions={
          me?.may.includes("incident.create") ? (
            <ButtonLink href="/incidents/new" icon={<Plus className="i s" />}>
              New incident
            </ButtonLink>
          ) : undefined
        }
      />
      {work.isPending ? <SkeletonRows rows={6} label="Loading your work" /> : null}
      {work.isError && !work.data ? (
        <ErrorState
          title="Your work could not be loaded"
          safe="Nothing is lost."
          next="Try again in a moment."
          action={<Button onClick={() => work.refetch()}>Try again</Button>}
        />
      ) : null}
      {work.data ? <Sections work={work.data} today={today} zone={zone} /> : null}
    </div>
  );
}

function Sections({ work, today, zone }: { work: Work; today: string; zone: string | null }) {
  const me = useMe();
  const hasSide = work.lateInMyTeams.length > 0 || work.published.length > 0;
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
    <div className="home">
      <div>{main}</div>
      <aside className="side" aria-label="My teams and the forum">
        <LateInTeams items={work.lateInMyTeams} today={today} />
        <NewOnForum reviews={work.published} today={today} zone={zone} />
      </aside>
    </div>
  );
}
