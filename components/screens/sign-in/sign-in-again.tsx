"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { refreshAll } from "#components/base/api/refresh.ts";
import {
  leaveToSignIn,
  onSignInAsked,
  tellDeclined,
  tellSignedIn,
  watchSteps,
} from "#components/base/api/signed-out.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { openSession, type Refused } from "./enter.ts";
import { PasswordField } from "./password-field.tsx";
import { wordsOfRefusal } from "./refusal-words.ts";

/** Asks for the password on the open page when the session has ended, so nothing on it is lost. */
export function SignInAgain() {
  const me = useMe();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const email = me?.email;
  useEffect(watchSteps, []);
  useEffect(() => onSignInAsked(() => (email ? setOpen(true) : leaveToSignIn())), [email]);
  const decline = () => {
    setOpen(false);
    tellDeclined();
  };
  if (!email) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    const reason = await openSession(email, password);
    setBusy(false);
    setRefused(reason);
    if (reason) return;
    setOpen(false);
    setPassword("");
    tellSignedIn();
    void refreshAll(client);
    toastDone("Signed in again");
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => open || decline()}
      title="Sign in again"
      description="Your session has ended. What you typed on this page stays."
      widthPx={420}
    >
      <form
        method="post"
        action="/api/auth/sign-in-form"
        className={layoutStyles.stack}
        onSubmit={(event) => void submit(event)}
      >
        <input type="hidden" name="email" autoComplete="username" value={email} />
        <PasswordField
          label={`Password of ${email}`}
          error={refused ? wordsOfRefusal(refused, null) : undefined}
          autoFocus
          value={password}
          onChange={setPassword}
        />
        <span className={layoutStyles.row}>
          <Button kind="primary" type="submit" busy={isBusy} busyLabel="Signing in">
            Sign in
          </Button>
          <Button kind="ghost" onClick={decline}>
            Cancel
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
