"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { DemoAccount } from "#lib/people/member/demo-accounts.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { enter, type Refused } from "./enter.ts";

const SECOND_MS = 1000;

/** Seconds left of a wait that `start` begins; 0 when there is none. Follows the clock, not the ticks. */
function useCountdown(): { left: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((until - now) / SECOND_MS));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  const start = (seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * SECOND_MS);
  };
  return { left, start };
}

/** "14 min 5 s", "5 s". */
function waitWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** Says who can help: there is no mail that everybody has set up. */
function ForgottenPassword() {
  return (
    <Popover
      label="Forgotten password"
      align="end"
      trigger={
        <button type="button" className="lnk text-accent">
          Reset it
        </button>
      }
    >
      <div className="grid gap-2 max-w-72">
        <p>Ask an admin for a reset link. They make it in Settings, People; it works once, for 24 hours.</p>
        <p className="t2">Who runs the server makes one there:</p>
        <code className="mono break-all">npm run -s afterword -- user reset YOUR-EMAIL</code>
      </div>
    </Popover>
  );
}

type SignInFormProps = { next: string; demo: readonly DemoAccount[] };

/** Email and password; says what to do when they are refused. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();

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
      <form method="post" onSubmit={submit} className="grid gap-1">
        <Field label="Email">
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
        <Field label="Password" aside={<ForgottenPassword />}>
          <Input
            size="lg"
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {refused ? (
          <div className="mb-3">
            <Banner tone="bad">{wordsOfRefusal(refused, wait.left)}</Banner>
          </div>
        ) : null}
        <Button
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

function wordsOfRefusal(refused: Refused, secondsLeft: number): string {
  if (refused.kind === "no-answer") return "No answer from the server. Nothing is lost; try again in a moment.";
  if (refused.kind === "demo") {
    return "Demo accounts only work on the machine that Afterword runs on. Ask an admin to invite you.";
  }
  if (refused.kind === "credentials") {
    return "Email and password do not fit. Check both, or ask an admin for a reset link.";
  }
  return secondsLeft > 0
    ? `Too many tries for this email. Wait ${waitWords(secondsLeft)}, then try again.`
    : "The wait is over. Try again.";
}
