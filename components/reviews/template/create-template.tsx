"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Dialog, DialogActions } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TemplateRow } from "#lib/contract/template.ts";

interface CreateTemplateProps {
  /** The templates that can be copied. */
  templates: readonly Pick<TemplateRow, "slug" | "name">[];
  /** The one that is copied unless another is chosen. */
  from: string;
  /** The verb of the button that opened it. */
  verb: "Add" | "Copy";
  onClose: () => void;
}

/** Adds a template of the organisation's own, as a copy of another, and opens it. */
export function CreateTemplate({ templates, from, verb, onClose }: CreateTemplateProps) {
  const client = useQueryClient();
  const router = useRouter();
  const [source, setSource] = useState(from);
  const form = useForm({ defaultValues: { name: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name }) => {
    try {
      const { slug } = await api.template.create({ name, from: source });
      await refresh(client, "template");
      onClose();
      router.push(`/settings/templates/${slug}`);
    } catch (error) {
      placeRefusal(error, ["name"], form.setError);
    }
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={`${verb} template`}>
      <form
        onSubmit={(event) => void submit(event)}
        onKeyDown={submitOnModEnter}
        className={layoutStyles.stack}
        noValidate
      >
        <Field label="Name" error={errors.name?.message}>
          <Input
            maxLength={LENGTHS.template.name}
            placeholder="For example, Payments"
            {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter a name" })}
          />
        </Field>
        <Field label="Copy of" hint="It isn't offered for reviews until you publish it.">
          <Select
            value={source}
            options={templates.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(event) => setSource(event.target.value)}
          />
        </Field>
        <FormRefusal message={errors.root?.message} />
        <DialogActions>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" busy={isSubmitting} busyLabel={verb === "Add" ? "Adding" : "Copying"}>
            {verb} template
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
