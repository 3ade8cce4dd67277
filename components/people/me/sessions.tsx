"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { readWordsOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Session } from "#lib/contract/me.ts";
import { deviceWords, isPhone } from "./device-words.ts";
import { endedWords, endingWords } from "./ending-words.ts";
import styles from "./sessions.module.css";
import { useWaysIn } from "./use-ways-in.ts";

/** My sessions, each with a button to end it, and one for all others and my tokens, which first says how many end. */
export function Sessions() {
  const client = useQueryClient();
  const { data, error } = useQuery(reads.me.sessions());
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = async (run: () => Promise<string>) => {
    try {
      toastDone(await run());
    } catch (refusal) {
      toastError(wordsOf(refusal));
    }
    await refresh(client, "session");
  };
  const end = (session: Session) =>
    act(async () => {
      await api.me.endSession({ id: session.id });
      return `${deviceWords(session.userAgent)} signed out`;
    });
  const endOthers = async () => {
    setBusy(true);
    await act(async () => {
      const { ended, revokedTokens } = await api.me.signOutEverywhere();
      return endedWords({ sessions: ended, tokens: revokedTokens });
    });
    setBusy(false);
    setAsked(false);
  };
  const waysIn = useWaysIn();
  const ending = waysIn && endingWords(waysIn);
  return (
    <Section
      id="sessions"
      title="Sessions"
      count={data ? deviceCount(data.items.length) : undefined}
      right={ending ? <Button onClick={() => setAsked(true)}>Sign out everywhere else</Button> : null}
    >
      {error ? <p className={textStyles.secondary}>{readWordsOf(error)}</p> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading your sessions" /> : null}
      <Rows>
        {data?.items.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </Rows>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title="Sign out everywhere else?"
        description={ending ?? "There are no other sessions or tokens."}
        confirmLabel="Sign out everywhere else"
        busyLabel="Signing out"
        busy={busy}
        onConfirm={() => void endOthers()}
      />
    </Section>
  );
}

const deviceCount = (count: number) => (count === 1 ? "1 device" : `${count} devices`);

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const Icon = isPhone(session.userAgent) ? Smartphone : Laptop;
  const device = deviceWords(session.userAgent);
  return (
    <ListRow className={styles.session}>
      <Icon />
      <b className={textStyles.emphasis}>{device}</b>
      <span className={textStyles.secondary}>
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
        <Button kind="ghost" className={layoutStyles.atEnd} aria-label={`End the session of ${device}`} onClick={onEnd}>
          End session
        </Button>
      )}
    </ListRow>
  );
}
