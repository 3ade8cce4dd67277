"use client";

import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { readTarget, targetWords } from "#components/people/service/read-target.ts";
import { TargetHint } from "#components/people/service/target-hint.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./set-up.module.css";

type Values = { name: string; availabilityTarget: string; team: string };

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first service with the team that owns it. The admin's time zone comes from the browser. */
export function SetUpServiceForm({ onDone }: { onDone: (words: string) => void }) {
  const form = useForm<Values>({ defaultValues: { name: "", availabilityTarget: "99.8", team: "" } });
  const { errors, isSubmitting } = form.formState;
  const skip = async () => {
    await api.me.update({ timeZone: browserZone() }).catch(() => undefined);
    onDone("Skipped. You can add services in Settings.");
  };
  const submit = form.handleSubmit(async ({ name, availabilityTarget, team }) => {
    const target = readTarget(availabilityTarget) ?? 99.8;
    try {
      await api.me.update({ timeZone: browserZone() });
      const owner = team.trim() === "" ? null : await teamOf(team.trim());
      await api.service.create({ name, availabilityTarget: target, ownerTeamId: owner });
    } catch (error) {
      return placeRefusal(error, ["name", "availabilityTarget"], form.setError);
    }
    onDone(`${name}, ${targetWords(target)}${team.trim() ? `, owned by ${team.trim()}` : ""}.`);
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className={layoutStyles.stack} noValidate>
      <div className={styles.pair}>
        <Field label="Service" error={errors.name?.message}>
          <Input
            size="lg"
            autoFocus
            placeholder="For example, Checkout"
            maxLength={LENGTHS.service.name}
            {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter a name, or skip this step" })}
          />
        </Field>
        <Field
          label="Availability target"
          error={errors.availabilityTarget?.message}
          hint={<TargetHint text={form.watch("availabilityTarget")} />}
        >
          <Input
            size="lg"
            inputMode="decimal"
            {...form.register("availabilityTarget", {
              validate: (text) => readTarget(text) !== null || "Enter a percentage up to 100, such as 99.8",
            })}
          />
        </Field>
      </div>
      <Field label="Owner team" optional>
        <Input size="lg" placeholder="For example, Platform" maxLength={LENGTHS.team.name} {...form.register("team")} />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <div className={styles.actions}>
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting} busyLabel="Adding" keys="Enter">
          Continue
        </Button>
        <Button kind="ghost" size="lg" onClick={() => void skip()}>
          Skip this step
        </Button>
      </div>
    </form>
  );
}

// A second attempt after a rejected service finds the team of the first one.
async function teamOf(name: string): Promise<string> {
  const { items } = await api.team.list({ q: name });
  const same = items.find((team) => team.name.toLowerCase() === name.toLowerCase());
  return (same ?? (await api.team.create({ name }))).id;
}
