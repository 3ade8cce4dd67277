"use client";

import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./set-up.module.css";

/** Asks for the code from the log and checks it. */
export function SetUpCodeForm({ onDone }: { onDone: (code: string) => void }) {
  const form = useForm({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ code }) => {
    try {
      await api.entry.checkSetUpCode({ code });
    } catch (error) {
      return placeRefusal(error, ["code"], form.setError);
    }
    onDone(code);
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label="Code"
        error={errors.code?.message}
        hint="Enter the 4 groups of 4 characters that the server printed in its log at the start, below its URL."
      >
        <Input
          size="lg"
          className={textStyles.code}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          placeholder="7K2M-Q9TB-4XWD-H6RC"
          {...form.register("code", { validate: (code) => code.trim() !== "" || "Enter the code from the log" })}
        />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <div className={styles.actions}>
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting} busyLabel="Checking" keys="Enter">
          Continue
        </Button>
      </div>
    </form>
  );
}
