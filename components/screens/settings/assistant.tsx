"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { api, query, reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { NotRead } from "#components/base/api/not-read.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { readWordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { AssistSetting } from "#lib/contract/assist.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./settings.module.css";

const KEY_HINTS: Record<AssistSetting["key"], string> = {
  none: "Leave empty if the API needs no key. A key is stored encrypted and never shown again.",
  stored: "A key is stored. Enter another one to replace it.",
  environment: "The key comes from AFTERWORD_AI_KEY on the server. A key that you enter here isn't used.",
  unreadable: "The stored key can't be read with this server's secret. Enter it again.",
};

/** How the AI assistant is reached, whether it is on, and a test of it. */
export function AssistantSettings() {
  const { data, error, refetch } = useQuery(reads.assist.setting());
  return (
    <Section id="assistant" title="AI assistant" count={data ? (data.enabled ? "on" : "off") : undefined}>
      <div className={cx(layoutStyles.stack, styles.text)}>
        <p className={textStyles.secondary}>
          The assistant gives a review a second look, and drafts the sections that a template allows. It needs an
          OpenAI-compatible API, on the Internet or in your network. Everything it writes is a suggestion. Data from
          restricted incidents is never sent.
        </p>
        {data ? <AssistantForm key={data.version} setting={data} /> : null}
        {error && !data ? <NotRead what="the AI assistant" error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonText lines={6} label="Loading the AI assistant" /> : null}
      </div>
    </Section>
  );
}

type Values = { enabled: boolean; url: string; model: string; key: string };

function AssistantForm({ setting }: { setting: AssistSetting }) {
  const client = useQueryClient();
  const { enabled, url, model, version } = setting;
  const form = useForm<Values>({ defaultValues: { enabled, url, model, key: "" } });
  const { errors, isDirty, isSubmitting } = form.formState;
  const save = async ({ key, ...values }: Values | { key: null }, done: string) => {
    try {
      await api.assist.configure({ version, ...values, ...(key === "" ? {} : { key }) });
    } catch (error) {
      return placeRefusal(error, ["url", "model", "key"], form.setError);
    }
    await refresh(client, "assist_setting");
    toastDone(done);
  };
  const submit = form.handleSubmit((values) => save(values, "AI assistant saved"));
  return (
    <>
      <form onSubmit={(event) => void submit(event)} className={cx(layoutStyles.stack, styles.form)} noValidate>
        <Checkbox
          label="Use the AI assistant"
          checked={form.watch("enabled")}
          onChange={({ target }) => form.setValue("enabled", target.checked, { shouldDirty: true })}
        />
        <Field label="URL" error={errors.url?.message} hint="For example, https://api.example.com/v1">
          <Input
            type="url"
            spellCheck={false}
            maxLength={LENGTHS.url}
            {...form.register("url", { setValueAs: trimmed })}
          />
        </Field>
        <Field label="Model" error={errors.model?.message}>
          <Input
            spellCheck={false}
            maxLength={LENGTHS.assist.model}
            {...form.register("model", { setValueAs: trimmed })}
          />
        </Field>
        <Field label="Key" optional error={errors.key?.message} hint={KEY_HINTS[setting.key]}>
          <Input
            type="password"
            autoComplete="off"
            maxLength={LENGTHS.assist.key}
            {...form.register("key", { setValueAs: trimmed })}
          />
        </Field>
        <FormRefusal message={errors.root?.message} />
        <span className={layoutStyles.row}>
          <Button type="submit" busy={isSubmitting} busyLabel="Saving">
            Save
          </Button>
          {setting.key === "stored" || setting.key === "unreadable" ? (
            <Button kind="ghost" onClick={() => void save({ key: null }, "Key removed")}>
              Remove key
            </Button>
          ) : null}
        </span>
      </form>
      <AssistantTest isUnsaved={isDirty} isEmpty={url === "" || model === ""} />
    </>
  );
}

const trimmed = (value: unknown) => String(value ?? "").trim();

/** Sends a short question with the saved settings. */
function AssistantTest({ isUnsaved, isEmpty }: { isUnsaved: boolean; isEmpty: boolean }) {
  const test = useMutation(query.assist.test.mutationOptions());
  const blocked = isEmpty ? "Enter a URL and a model first" : isUnsaved ? "Save your changes first" : undefined;
  return (
    <>
      <span className={layoutStyles.row}>
        <Button busy={test.isPending} busyLabel="Testing" disabledReason={blocked} onClick={() => test.mutate({})}>
          Test
        </Button>
      </span>
      {test.data ? <Banner tone={test.data.ok ? "info" : "bad"}>{test.data.message}</Banner> : null}
      {test.error ? <Banner tone="bad">{readWordsOf(test.error)}</Banner> : null}
    </>
  );
}
