"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { query } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import type { When } from "#components/base/time/use-when.ts";
import type { SourceFile } from "#components/incidents/import/files/source-file.ts";
import { putWaiting } from "#components/incidents/import/files/waiting-files.ts";
import { checkNewIncident, type FieldErrors, type NewIncident } from "./check-new-incident.ts";

/**
 * Creates the incident and goes to it, or to the preview of its files if there are any. After the first attempt, each error leaves
 * once its field is right.
 */
export function useNewIncident(answers: NewIncident, began: When, ended: When) {
  const router = useRouter();
  const client = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<FieldErrors>({});
  const found = checkNewIncident(answers, began.reading, ended.reading);
  const create = useMutation(query.incident.create.mutationOptions());

  async function submit(files: readonly SourceFile[], toImport: boolean): Promise<void> {
    setTried(true);
    setRefused({});
    if (Object.keys(found).length > 0 || answers.severity === null || create.isPending) return;
    try {
      const incident = await create.mutateAsync({
        title: answers.title.trim(),
        severity: answers.severity,
        kind: answers.kind,
        serviceIds: answers.serviceIds,
        restricted: answers.restricted,
        timeZone: began.zone,
        ...(began.reading?.ok ? { startedAt: began.reading.at } : {}),
        ...(ended.reading?.ok ? { resolvedAt: ended.reading.at } : {}),
      });
      client.setQueryData(query.incident.get.queryKey({ input: { key: incident.key } }), incident);
      void refresh(client, "incident", [query.incident.get.key()]);
      putWaiting(files);
      router.push(toImport || files.length > 0 ? `/incidents/${incident.key}/import` : `/incidents/${incident.key}`);
    } catch (error) {
      const fields = problemOf(error)?.fields ?? [];
      const known = Object.fromEntries(fields.map(({ field, message }) => [field, message]));
      setRefused({ ...known, form: fields.length > 0 ? undefined : wordsOf(error) } as FieldErrors);
    }
  }
  return {
    submit,
    errors: isTried ? { ...refused, ...found } : refused,
    isCreating: create.isPending || create.isSuccess,
  };
}
