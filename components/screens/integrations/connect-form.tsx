"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { DetailHead } from "#components/intake/integration/detail-head.tsx";
import { secretProblem } from "#components/intake/integration/secret-problem.ts";
import { keepSecret } from "#components/intake/integration/secret-store.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { HOOK_SOURCES, hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import styles from "./connect-form.module.css";

type Values = { name: string; secret: string; serviceId: string };
const OPTIONS = HOOK_SOURCES.map(({ name, label }) => ({ value: name, label }));

/** Connects a tool, with a name and a service. Its page then shows the steps. */
export function ConnectForm() {
  const client = useQueryClient();
  const router = useRouter();
  const [source, setSource] = useQueryState("source", parseAsString.withDefault("alertmanager"));
  const services = useServiceChoices();
  const form = useForm<Values>({ defaultValues: { name: "production", secret: "", serviceId: "" } });
  const { errors, isSubmitting } = form.formState;
  const tool = hookSourceNamed(source) ?? HOOK_SOURCES[0];
  const serviceId = form.watch("serviceId");
  const submit = form.handleSubmit(async ({ name, secret }) => {
    try {
      const made = await api.integration.create({
        source,
        name,
        serviceId: serviceId === "" ? null : serviceId,
        ...(secret.trim() ? { secret: secret.trim() } : {}),
      });
      keepSecret(made.integration.id, made.secret);
      await refresh(client, "integration");
      router.push(`/settings/integrations/${made.integration.id}`);
    } catch (error) {
      placeRefusal(error, ["name", "secret", "serviceId"], form.setError);
    }
  });
  return (
    <section aria-labelledby="connect-one">
      <DetailHead id="connect-one" title={`Connect ${tool?.label ?? "tool"}`}>
        <span>It sends {tool?.sends}.</span>
        <span>{tool?.proof}</span>
      </DetailHead>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Field label="Tool">
          <Select options={OPTIONS} value={source} onChange={(event) => void setSource(event.target.value)} />
        </Field>
        <Field label="Name" hint="Distinguishes integrations of the same tool." error={errors.name?.message}>
          <Input
            maxLength={LENGTHS.integration.name}
            {...form.register("name", {
              validate: (name) => name.trim() !== "" || "Enter a name, such as production",
            })}
          />
        </Field>
        <Field label="Service" optional hint="For events that don't name a service." error={errors.serviceId?.message}>
          <Combobox
            label="Service"
            value={serviceId}
            options={[{ value: "", label: "No service", isNone: true }, ...services.options]}
            onSearch={services.search}
            onChange={(id) => form.setValue("serviceId", id)}
          />
        </Field>
        {tool?.secretOrigin === "theirs" ? (
          <Field
            label="Secret"
            optional
            hint={`${tool.label} creates it. You can paste it later. Until then, deliveries are rejected.`}
            error={errors.secret?.message}
          >
            <Input
              type="password"
              autoComplete="off"
              maxLength={LENGTHS.integration.secret}
              {...form.register("secret", { validate: secretProblem })}
            />
          </Field>
        ) : null}
        <FormRefusal message={errors.root?.message} />
        <span className={layoutStyles.row}>
          <Button kind="primary" type="submit" busy={isSubmitting} busyLabel="Connecting">
            Connect
          </Button>
          <ButtonLink kind="ghost" href="/settings/integrations">
            Cancel
          </ButtonLink>
        </span>
      </form>
    </section>
  );
}
