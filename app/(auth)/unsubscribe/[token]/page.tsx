import type { Metadata } from "next";
import { EntryFrame } from "#components/screens/sign-in/entry-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { MESSAGE_KIND_WORDS } from "#lib/base/vocabulary/message-kind.ts";
import { readUnsubscribeToken } from "#server/across/mail/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";

export const metadata: Metadata = { title: "Stop emails", referrer: "no-referrer" };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await readUnsubscribeToken(contextFor({ kind: "system", label: "job" }), token);
  if (!found)
    return (
      <EntryFrame>
        <h1>This link doesn't work</h1>
        <p>It's incomplete, or its account no longer exists. You can change your message settings at any time.</p>
        <p>
          <ButtonLink href="/settings/messages">Change message settings</ButtonLink>
        </p>
      </EntryFrame>
    );
  const { name } = MESSAGE_KIND_WORDS[found.kind];
  return (
    <EntryFrame>
      {found.isEnded ? (
        <>
          <h1>These emails are off</h1>
          <p>
            “{name}” is no longer sent to you by email. It is under Muted in your settings, where you can undo this.
          </p>
          <p>
            <ButtonLink href="/settings/messages">Change message settings</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <h1>Stop these emails?</h1>
          <p>You'll no longer get emails about “{name}”. Your inbox doesn't change.</p>
          <form method="post" action={`/unsubscribe/${token}`}>
            <input type="hidden" name="from" value="page" />
            <Button kind="primary" type="submit">
              Stop these emails
            </Button>
          </form>
        </>
      )}
    </EntryFrame>
  );
}
