"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldLine } from "#components/ui/fields/field-line.tsx";
import { focusFirstError, hasUnread } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { addDays, type LocalDate, localToday } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { SCOPE_SETS } from "./scopes.ts";
import styles from "./token-form.module.css";

type Values = { name: string; scope: string; expiresOn: string };
const LASTS_DAYS = 90;
const usualEnd = () => addDays(localToday(), LASTS_DAYS);

/** Its purpose, its scopes and its end. */
export function TokenForm({ onMade }: { onMade: (made: { name: string; secret: string }) => void }) {
  const client = useQueryClient();
  const mayAdminister = useMe()?.may.includes("token.administer") ?? false;
  const [until, setUntil] = useState<LocalDate | null>(usualEnd);
  const form = useForm<Values>({ defaultValues: { name: "", scope: "write", expiresOn: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, scope }) => {
    try {
      const scopes = SCOPE_SETS[scope]?.scopes ?? ["read"];
      const { secret } = await api.token.create({ name, scopes, ...(until ? { expiresOn: until } : {}) });
      onMade({ name, secret });
    } catch (error) {
      return placeRefusal(error, ["name", "expiresOn"], form.setError);
    }
    form.reset();
    setUntil(usualEnd());
    await refresh(client, "token");
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    if (!hasUnread(event.currentTarget)) return void submit(event);
    event.preventDefault();
    focusFirstError(event.currentTarget);
  };
  const options = Object.entries(SCOPE_SETS).flatMap(([value, { label }]) =>
    value === "admin" && !mayAdminister ? [] : [{ value, label }],
  );
  return (
    <form onSubmit={send} noValidate>
      <FieldLine className={styles.fields} columns="minmax(0, 1fr) 170px 150px auto">
        <Field label="Name" error={errors.name?.message}>
          <Input
            placeholder="For example, laptop command line"
            maxLength={LENGTHS.token.name}
            {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter a name" })}
          />
        </Field>
        <Field label="Scope">
          <Select options={options} {...form.register("scope")} />
        </Field>
        <DateField label="Until" value={until} onChange={setUntil} error={errors.expiresOn?.message} />
        <Button type="submit" busy={isSubmitting} busyLabel="Creating">
          Create token
        </Button>
      </FieldLine>
      <FormRefusal message={errors.root?.message} />
    </form>
  );
}
