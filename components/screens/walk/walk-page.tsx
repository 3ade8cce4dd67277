"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { Minutes } from "./minutes.tsx";
import { RunningWalk } from "./running-walk.tsx";
import { useWalk } from "./use-walk.ts";

/** The weekly meeting: what is late, one after the other. Without one that runs, the minutes of those before. */
export function WalkPage() {
  const today = useToday();
  const [read, setRead] = useQueryState("minutes", parseAsString);
  const leads = useMe()?.may.includes("policy.manage") ?? false;
  const walks = useQuery(reads.walk.list());
  const running = walks.data?.items.find((walk) => walk.running) ?? null;
  const shown = read ?? running?.id ?? null;
  const walk = useQuery({ ...reads.walk.get(shown ?? ""), enabled: shown !== null });
  const minutes = useEnded(running?.id, walk.data?.running === false, (id) => void setRead(id));
  const { start, isBusy } = useWalk(null);
  const [isJoined, setJoined] = useState(false);
  const failed = walks.error ?? (shown === null ? null : walk.error);
  if (failed)
    return (
      <Page>
        <NotRead
          what="the meeting"
          error={failed}
          onRetry={() => void Promise.all([walks.refetch(), shown && walk.refetch()])}
        />
      </Page>
    );
  if (!walks.data || (shown !== null && !walk.data))
    return (
      <Page>
        <SkeletonRows rows={8} label="Loading the meeting" />
      </Page>
    );
  if (walk.data?.running && leads)
    return <RunningWalk key={walk.data.id} walk={walk.data} today={today} isJoined={isJoined} />;
  const join = async () => {
    setJoined(true);
    // The minutes of another meeting can be open.
    if (await start(today)) await setRead(null);
  };
  const before = walks.data.items.filter(({ id }) => id !== shown);
  return (
    <Page>
      <PageHead
        title="Walk through"
        sub="Go through late actions, changes at risk and proposals in the weekly meeting, and keep minutes."
        actions={
          <>
            <ButtonLink href="/programme/monday">The week</ButtonLink>
            {leads ? (
              <Button kind="primary" busy={isBusy} busyLabel="Starting" onClick={() => void join()}>
                {running ? "Join the meeting" : "Start the meeting"}
              </Button>
            ) : null}
          </>
        }
      />
      {walk.data ? (
        <Section ref={minutes} id="minutes" title={`Minutes of ${longDay(walk.data.day)}`}>
          <Minutes walk={walk.data} isBusy={false} />
        </Section>
      ) : null}
      {before.length === 0 && walk.data ? null : (
        <Section id="before" title="Meetings" count={before.length > 0 ? String(before.length) : undefined}>
          {before.length === 0 ? (
            <EmptyState title="No meetings yet">
              {leads
                ? "Start a meeting to decide on each late action with one key. Reminders pause until it ends."
                : "A TPM or an admin starts the meeting. Its minutes appear here."}
            </EmptyState>
          ) : null}
          <Rows>
            {before.map(({ id, day, lines, startedBy }) => (
              <ListRow key={id}>
                <NextLink
                  className={cx(textStyles.link, layoutStyles.fill)}
                  href={`/programme/monday/walk?minutes=${id}`}
                  onClick={() => void setRead(id)}
                >
                  {longDay(day)}
                </NextLink>
                <span className={textStyles.caption}>
                  {countWords(lines, "line")}
                  {startedBy ? `, started by ${startedBy.name}` : ""}
                </span>
              </ListRow>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
}

/**
 * Shows the minutes of the meeting that was under way on this page, once it has ended. Their heading gets the focus, because
 * the button that ended the meeting is gone.
 */
function useEnded(runningId: string | undefined, isShown: boolean, show: (id: string) => void) {
  const minutes = useRef<HTMLElement>(null);
  const [wasId, setWasId] = useState<string>();
  const isOver = wasId !== undefined && runningId === undefined;
  if (runningId !== undefined && runningId !== wasId) setWasId(runningId);
  const showIt = useEffectEvent(() => wasId && show(wasId));
  useEffect(() => {
    if (isOver) showIt();
  }, [isOver]);
  useEffect(() => {
    const heading = minutes.current?.querySelector("h2");
    if (!isOver || !isShown || !heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [isOver, isShown]);
  return minutes;
}
