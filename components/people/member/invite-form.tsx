"use client";

import { useForm } from "react-hook-form";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldLine } from "#components/ui/fields/field-line.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { ROLE_WORDS, ROLES, type Role } from "#lib/base/access/roles.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { MadeLink } from "./made-link.ts";
import { useInvite } from "./use-invite.ts";

type Values = { email: string; role: Role };
const OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }));

/** Creates an invitation link for an email and a role. */
export function InviteForm({ onMade }: { onMade: (link: MadeLink) => void }) {
  const invite = useInvite(onMade);
  const form = useForm<Values>({ defaultValues: { email: "", role: "member" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ email, role }) => {
    try {
      await invite(email.trim(), role);
      form.reset();
    } catch (error) {
      placeRefusal(error, ["email"], form.setError);
    }
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate>
      <FieldLine columns="minmax(0, 1fr) 150px auto">
        <Field label="Invite by email" error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="off"
            maxLength={LENGTHS.person.email}
            placeholder="name@example.com"
            {...form.register("email", {
              validate: (email) => /^\S+@\S+\.\S+$/.test(email.trim()) || "Enter an email such as name@example.com",
            })}
          />
        </Field>
        <Field label="Role">
          <Select options={OPTIONS} {...form.register("role")} />
        </Field>
        <Button kind="primary" type="submit" busy={isSubmitting} busyLabel="Creating link">
          Create invite link
        </Button>
      </FieldLine>
      <FormRefusal message={errors.root?.message} />
    </form>
  );
}
