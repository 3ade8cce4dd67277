"use client";

import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { NEW_PASSWORD, NEW_PASSWORD_HINT } from "#components/people/me/password-rule.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { enter } from "./enter.ts";
import styles from "./entry-form.module.css";

/** Sets a new password by a one-time link. All sessions end, and a new one starts. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await api.entry.resetPassword({ token, password });
    } catch (error) {
      return placeRefusal(error, ["password"], form.setError);
    }
    const refused = await enter(email, password, "/");
    if (refused) window.location.assign("/signin");
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={layoutStyles.tighterStack} noValidate>
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <Field className={styles.field} label="New password" error={errors.password?.message} hint={NEW_PASSWORD_HINT}>
        <Input
          size="lg"
          type="password"
          autoComplete="new-password"
          autoFocus
          {...form.register("password", NEW_PASSWORD)}
        />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <Button
        className={styles.submit}
        kind="primary"
        size="lg"
        type="submit"
        busy={isSubmitting}
        busyLabel="Setting password"
      >
        Set password and sign in
      </Button>
    </form>
  );
}
