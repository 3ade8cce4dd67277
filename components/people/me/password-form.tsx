"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { api, query } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { NEW_PASSWORD, NEW_PASSWORD_HINT } from "./password-rule.ts";

type Values = { current: string; next: string };

/** A new password against the current one; every other session ends. */
export function PasswordForm({ email }: { email: string }) {
  const client = useQueryClient();
  const form = useForm<Values>({ defaultValues: { current: "", next: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await api.me.changePassword(values);
    } catch (error) {
      return placeRefusal(error, ["current", "next"], form.setError);
    }
    form.reset();
    await client.invalidateQueries({ queryKey: query.me.sessions.key() });
    toastDone("Your password is changed. Your other sessions have ended.");
  });
  return (
    <section className="sec" aria-labelledby="password">
      <SectionHead id="password" title="Password" />
      <form method="post" onSubmit={(event) => void submit(event)} className="grid gap-3 max-w-96 pt-1" noValidate>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label="Current password" error={errors.current?.message}>
          <Input
            type="password"
            autoComplete="current-password"
            {...form.register("current", { required: "Give your current password" })}
          />
        </Field>
        <Field label="New password" error={errors.next?.message} hint={NEW_PASSWORD_HINT}>
          <Input type="password" autoComplete="new-password" {...form.register("next", NEW_PASSWORD)} />
        </Field>
        <FormRefusal message={errors.root?.message} />
        <span>
          <Button type="submit" busy={isSubmitting} busyLabel="Changing">
            Change the password
          </Button>
        </span>
      </form>
    </section>
  );
}
