"use client";

import { type FormEvent, useCallback, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { DemoAccount } from "#lib/people/member/demo-accounts.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { enter, type Refused, refusalOf } from "./enter.ts";
import styles from "./entry-form.module.css";
import { PasswordField } from "./password-field.tsx";
import { wordsOfRefusal } from "./refusal-words.ts";

const SECOND_MS = 1000;

/** Seconds left of a wait that `start` starts. 0 without one. Based on the clock, not on the number of ticks. */
function useCountdown(): { left: number; isStarted: boolean; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((until - now) / SECOND_MS));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  const start = useCallback((seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * SECOND_MS);
  }, []);
  return { left, isStarted: until > 0, start };
}

/** Names who can help, because email isn't set up everywhere. */
function ForgottenPassword() {
  return (
    <Popover
      label="Forgotten password"
      align="end"
      trigger={
        <button type="button" className={cx(textStyles.link, textStyles.accent)}>
          Reset password
        </button>
      }
    >
      <div className={cx(layoutStyles.tightStack, styles.help)}>
        <p>Ask an admin for a reset link. They create it in Settings, People and roles. It works once, for 24 hours.</p>
        <p className={textStyles.secondary}>On the server, create one with:</p>
        <code className={cx(textStyles.code, textStyles.breaksAnywhere)}>
          npm run -s afterword -- user reset YOUR-EMAIL
        </code>
      </div>
    </Popover>
  );
}

type SignInFormProps = {
  next: string;
  demo: readonly DemoAccount[];
  /** The code with which the form came back without a script. Null when it is opened again. */
  error: string | null;
};

/** Email and password, with what to do if they are rejected. */
export function SignInForm({ next, demo, error }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<Refused | null>(error === null ? null : refusalOf(error));
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();
  const { start } = wait;
  useEffect(() => {
    const before = error === null ? null : refusalOf(error);
    if (before?.kind === "wait") start(before.seconds);
  }, [error, start]);

  const signInAs = async (givenEmail: string, givenPassword: string) => {
    setBusy(true);
    setRefused(null);
    const reason = await enter(givenEmail, givenPassword, next);
    if (!reason) return;
    setBusy(false);
    setRefused(reason);
    if (reason.kind === "wait") wait.start(reason.seconds);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && wait.left === 0) void signInAs(email, password);
  };
  return (
    <>
      <form method="post" action="/api/auth/sign-in-form" onSubmit={submit} className={layoutStyles.tighterStack}>
        <input type="hidden" name="next" value={next} />
        <Field className={styles.field} label="Email">
          <Input
            size="lg"
            type="email"
            name="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <PasswordField
          className={styles.field}
          label="Password"
          aside={<ForgottenPassword />}
          value={password}
          onChange={setPassword}
        />
        {refused ? (
          <div className={styles.refused}>
            <Banner tone="bad">{wordsOfRefusal(refused, wait.isStarted ? wait.left : null)}</Banner>
          </div>
        ) : null}
        <Button
          className={styles.submit}
          kind="primary"
          size="lg"
          type="submit"
          busy={busy}
          busyLabel="Signing in"
          aria-disabled={wait.left > 0 || undefined}
        >
          Sign in
        </Button>
      </form>
      {demo.length > 0 ? <DemoAccounts accounts={demo} busy={busy} onPick={signInAs} /> : null}
    </>
  );
}
