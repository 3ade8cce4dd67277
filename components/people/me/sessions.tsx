"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import type { Session } from "#lib/contract/me.ts";
import { deviceWords, isPhone } from "./device-words.ts";

/** Where I am signed in, each with its own end, and one for all others. */
export function Sessions() {
  const client = useQueryClient();
  const { data, error } = useQuery(query.me.sessions.queryOptions());
  const act = async (run: () => Promise<string>) => {
    try {
      toastDone(await run());
    } catch (refusal) {
      toastError(wordsOf(refusal));
    }
    await client.invalidateQueries({ queryKey: query.me.sessions.key() });
  };
  const end = (session: Session) =>
    act(async () => {
      await api.me.endSession({ id: session.id });
      return `${deviceWords(session.userAgent)} is signed out`;
    });
  const endOthers = () =>
    act(async () => {
      const { ended } = await api.me.signOutEverywhere();
      return ended === 1 ? "1 other session has ended" : `${ended} other sessions have ended`;
    });
  const others = data?.items.filter((session) => !session.current) ?? [];
  return (
    <section className="sec" aria-labelledby="sessions">
      <SectionHead
        id="sessions"
        title="Signed in on"
        count={data ? deviceCount(data.items.length) : undefined}
        right={others.length > 0 ? <Button onClick={() => void endOthers()}>Sign out everywhere else</Button> : null}
      />
      {error ? <p className="t2">{wordsOf(error)}</p> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading your sessions" /> : null}
      <ul className="rows sess">
        {data?.items.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </ul>
    </section>
  );
}

const deviceCount = (count: number) => (count === 1 ? "1 device" : `${count} devices`);

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const Icon = isPhone(session.userAgent) ? Smartphone : Laptop;
  const device = deviceWords(session.userAgent);
  return (
    <li className="row">
      <Icon className="i" />
      <b className="med">{device}</b>
      <span className="t2">
        {session.ip ? `${session.ip}, ` : ""}
        {session.current ? (
          "this session"
        ) : (
          <>
            last seen&nbsp;
            <Moment at={session.lastSeenAt} />
          </>
        )}
        , since&nbsp;
        <Moment at={session.createdAt} />
      </span>
      {session.current ? null : (
        <Button kind="ghost" className="right" aria-label={`End the session of ${device}`} onClick={onEnd}>
          End this session
        </Button>
      )}
    </li>
  );
}
