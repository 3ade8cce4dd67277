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
import { LENGTHS } from "#lib/contract/lengths.ts";
import { enter } from "./enter.ts";
import styles from "./entry-form.module.css";

type Values = { name: string; password: string };

/** Name and password of someone who was invited. Creates the account and signs them in. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  const form = useForm<Values>({ defaultValues: { name: "", password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, password }) => {
    try {
      await api.entry.acceptInvitation({ token, name, password });
    } catch (error) {
      return placeRefusal(error, ["name", "password"], form.setError);
    }
    const refused = await enter(email, password, "/");
    if (refused) window.location.assign("/signin");
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={layoutStyles.tighterStack} noValidate>
      <Field className={styles.field} label="Email">
        <Input size="lg" type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field className={styles.field} label="Your name" error={errors.name?.message}>
        <Input
          size="lg"
          autoComplete="name"
          maxLength={LENGTHS.person.name}
          autoFocus
          {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter your name" })}
        />
      </Field>
      <Field className={styles.field} label="Password" error={errors.password?.message} hint={NEW_PASSWORD_HINT}>
        <Input size="lg" type="password" autoComplete="new-password" {...form.register("password", NEW_PASSWORD)} />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <Button
        className={styles.submit}
        kind="primary"
        size="lg"
        type="submit"
        busy={isSubmitting}
        busyLabel="Creating account"
      >
        Create account
      </Button>
    </form>
  );
}
