"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { endingWords } from "#components/people/me/ending-words.ts";
import { NEW_PASSWORD, NEW_PASSWORD_HINT } from "#components/people/me/password-rule.ts";
import { ProfileFields } from "#components/people/me/profile-fields.tsx";
import { Sessions } from "#components/people/me/sessions.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useUpdateMe } from "#components/people/me/use-update-me.ts";
import { useWaysIn } from "#components/people/me/use-ways-in.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Note } from "#components/ui/note.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Me } from "#lib/contract/me.ts";
import styles from "./settings.module.css";

type Values = { current: string; next: string };

/** A new password, with the current one. First says how many sessions and tokens end. */
function PasswordForm({ email }: { email: string }) {
  const client = useQueryClient();
  const form = useForm<Values>({ defaultValues: { current: "", next: "" } });
  const { errors, isSubmitting } = form.formState;
  const [asked, setAsked] = useState(false);
  const waysIn = useWaysIn();
  const ending = waysIn && endingWords(waysIn);
  const change = form.handleSubmit(async (values) => {
    try {
      await api.me.changePassword(values);
    } catch (error) {
      return placeRefusal(error, ["current", "next"], form.setError);
    } finally {
      setAsked(false);
    }
    form.reset();
    await refresh(client, "session");
    toastDone("Password changed");
  });
  const submit = form.handleSubmit(async () => (ending ? setAsked(true) : change()));
  return (
    <Section id="password" title="Password">
      <form
        method="post"
        onSubmit={(event) => void submit(event)}
        className={cx(layoutStyles.stack, styles.form)}
        noValidate
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label="Current password" error={errors.current?.message}>
          <Input
            type="password"
            autoComplete="current-password"
            {...form.register("current", { required: "Enter your current password" })}
          />
        </Field>
        <Field label="New password" error={errors.next?.message} hint={NEW_PASSWORD_HINT}>
          <Input type="password" autoComplete="new-password" {...form.register("next", NEW_PASSWORD)} />
        </Field>
        <FormRefusal message={errors.root?.message} />
        <span>
          <Button type="submit" busy={isSubmitting} busyLabel="Changing">
            Change password
          </Button>
        </span>
      </form>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title="Change your password?"
        description={ending}
        confirmLabel="Change password"
        busyLabel="Changing"
        busy={isSubmitting}
        onConfirm={() => void change()}
      />
    </Section>
  );
}

/** Single-key shortcuts can be turned off, because speech input and unsteady hands press them by accident. */
function KeySettings({ me }: { me: Me }) {
  const save = useUpdateMe();
  const toggle = (singleKeys: boolean) =>
    void save({ singleKeys }, singleKeys ? "Single keys are on" : "Single keys are off");
  return (
    <Section id="keys" title="Keyboard">
      <Checkbox
        label="Single keys, such as J and K in lists"
        checked={me.singleKeys}
        onChange={(event) => toggle(event.target.checked)}
      />
      <Note className={styles.foot}>
        Keys with a modifier, such as <Kbd keys="mod+k" />, always work. <Kbd keys="?" /> shows all of them.
      </Note>
    </Section>
  );
}

/** My settings: name and time zone, keys, password, sessions. */
export function Profile() {
  const me = useMe();
  if (!me) return <SkeletonText lines={6} label="Loading your profile" />;
  return (
    <>
      <ProfileFields me={me} />
      <KeySettings me={me} />
      <PasswordForm email={me.email} />
      <Sessions />
    </>
  );
}
