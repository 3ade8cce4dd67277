"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Weekdays } from "#components/people/calendar/weekdays.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useUpdateMe } from "#components/people/me/use-update-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { twoDigits } from "#lib/base/time/clock.ts";
import type { Me } from "#lib/contract/me.ts";
import type { SentDigest } from "#lib/contract/notification.ts";
import styles from "./messages.module.css";

interface DigestSettingsProps {
  /** Whether the digest is mailed. Undefined until it is read. */
  mail: boolean | undefined;
  onMail: (mail: boolean) => void;
}

/** Whether and when my digest is sent, and a button that sends the one of today. */
export function DigestSettings({ mail, onMail }: DigestSettingsProps) {
  const me = useMe();
  return (
    <Section id="digest" title="The digest" count="not sent when it would be empty">
      <div className={layoutStyles.stack}>
        {mail === undefined ? null : (
          <Checkbox
            label="Send me the digest by email, once a day"
            checked={mail}
            onChange={({ target }) => onMail(target.checked)}
          />
        )}
        {me ? <DigestTimes me={me} /> : null}
        <SendNow />
      </div>
    </Section>
  );
}

const hourWords = (hour: number) => `${twoDigits(hour)}:00`;
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) }));

/** The weekdays on which my digest is sent, and from which hour. It is then a line of the inbox too. */
function DigestTimes({ me }: { me: Me }) {
  const save = useUpdateMe();
  const [isEmpty, setEmpty] = useState(false);
  const chooseDays = (digestDays: number[]) => {
    setEmpty(digestDays.length === 0);
    if (digestDays.length > 0) void save({ digestDays }, "Digest days saved");
  };
  return (
    <>
      <Weekdays
        label="Days"
        days={me.digestDays}
        error={isEmpty ? "Choose at least one day. To get no emails, turn off the digest." : undefined}
        onDays={chooseDays}
      />
      <Field label="Send from" hint={`In your time zone, ${me.timeZone}`} className={styles.hour}>
        <Select
          value={String(me.digestHour)}
          options={HOURS}
          onChange={({ target }) => void save({ digestHour: Number(target.value) }, "Digest hour saved")}
        />
      </Field>
    </>
  );
}

/** Sends the digest of today now, and says where it went. */
function SendNow() {
  const client = useQueryClient();
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    try {
      toastDone(sentWords(await api.notification.sendDigest({})));
      await refresh(client, ["new_message", "notification"]);
    } catch (error) {
      toastError(wordsOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <span>
      <Button busy={isSending} busyLabel="Sending" onClick={() => void send()}>
        Send me today's now
      </Button>
    </span>
  );
}

function sentWords({ sent, inbox, email }: SentDigest): string {
  if (!sent) return "Nothing is late or new, so no digest was sent";
  if (email === null)
    return inbox
      ? "Digest sent to your inbox. No email was sent."
      : "Its messages are in Afterword. No email was sent.";
  return inbox ? `Digest sent to ${email} and to your inbox` : `Digest sent to ${email}`;
}
