"use client";

import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { NEW_PASSWORD, NEW_PASSWORD_HINT } from "#components/people/me/password-rule.ts";
import { openSession } from "#components/screens/sign-in/enter.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./set-up.module.css";

type Values = { name: string; email: string; password: string };
type Props = { code: string; onDone: (you: { name: string; email: string }) => void };

/** Creates the admin and signs them in. */
export function SetUpYouForm({ code, onDone }: Props) {
  const form = useForm<Values>({ defaultValues: { name: "", email: "", password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, email, password }) => {
    try {
      await api.entry.setUp({ code, name, email, password });
    } catch (error) {
      return placeRefusal(error, ["name", "email", "password"], form.setError);
    }
    if (await openSession(email, password)) window.location.assign("/signin");
    else onDone({ name, email });
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={layoutStyles.stack} noValidate>
      <Field label="Your name" error={errors.name?.message}>
        <Input
          size="lg"
          autoComplete="name"
          maxLength={LENGTHS.person.name}
          autoFocus
          {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter your name" })}
        />
      </Field>
      <Field label="Email" error={errors.email?.message}>
        <Input
          size="lg"
          type="email"
          autoComplete="username"
          maxLength={LENGTHS.person.email}
          {...form.register("email", {
            validate: (email) => /^\S+@\S+\.\S+$/.test(email.trim()) || "Enter an email such as name@example.com",
          })}
        />
      </Field>
      <Field label="Password" error={errors.password?.message} hint={NEW_PASSWORD_HINT}>
        <Input size="lg" type="password" autoComplete="new-password" {...form.register("password", NEW_PASSWORD)} />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <div className={styles.actions}>
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting} busyLabel="Creating" keys="Enter">
          Create admin
        </Button>
      </div>
    </form>
  );
}
