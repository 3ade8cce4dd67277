"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refreshAll } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { cx } from "#components/ui/cx.ts";
import { SectionHead } from "#components/ui/section-head.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { DEMO_ACCOUNTS } from "#lib/people/member/demo-accounts.ts";
import styles from "./settings.module.css";

/** What is stored as a whole: demo data, and how to back up. */
export function DataSettings() {
  const me = useMe();
  return (
    <>
      <section className="sec" aria-labelledby="demo">
        <SectionHead id="demo" title="Demo data" count={me?.demo ? "loaded" : "none"} />
        {me?.demo ? <RemoveDemo email={me.email} /> : <p className="second">Everything here is your own.</p>}
      </section>
      <section className="sec" aria-labelledby="backup">
        <SectionHead id="backup" title="Backup" count="on the machine that runs the server" />
        <div className={cx("stack", styles.copied)}>
          <CopyField
            label="Back up"
            value="npm run -s afterword -- backup afterword.backup"
            note="One file with everything, consistent, while the server runs."
          />
          <CopyField
            label="Restore"
            value="npm run -s afterword -- restore afterword.backup"
            note="Into an empty instance."
          />
        </div>
      </section>
    </>
  );
}

const keptWords = (kept: readonly string[]) => (kept.length > 0 ? `. Kept: ${kept.join(", ")}` : "");

function RemoveDemo({ email }: { email: string }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const isDemoAccount = DEMO_ACCOUNTS.some((account) => account.email === email);
  const remove = async () => {
    setBusy(true);
    try {
      const gone = await api.demo.remove();
      toastDone(
        `Removed: ${gone.incidents} incidents, ${gone.reviews} reviews, ${gone.actions} actions, ${gone.changes} strategic changes, ${gone.people} people${keptWords(gone.kept)}`,
      );
      setAsked(false);
      if (isDemoAccount) window.location.assign("/signin");
      else await refreshAll(client);
    } catch (error) {
      setAsked(false);
      toastError(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <div className={cx("stack", styles.text)}>
      <p className="second">
        The incidents of the demo go, with their timelines, reviews, factors, actions and strategic changes, and its
        teams, services and people. What you and others have made or changed stays, with the incident it belongs to.
        {isDemoAccount ? " You are signed in with an account of the demo: it goes too." : ""}
      </p>
      <span>
        <Button onClick={() => setAsked(true)}>Remove the demo data</Button>
      </span>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title="Remove the demo data?"
        description="Everything of the demo is deleted, and its accounts with it. This cannot be undone. What people made or changed stays."
        confirmLabel="Remove the demo data"
        busyLabel="Removing"
        busy={busy}
        onConfirm={() => void remove()}
      />
    </div>
  );
}
