"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Options } from "#components/ui/option.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { SEVERITIES, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import { TEMPLATE_WORDS, TEMPLATES } from "#lib/base/vocabulary/review.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { suggestTemplate, TEMPLATE_RULES } from "#lib/reviews/review/templates.ts";

/** Asks for the template and makes the draft; the suggestion follows the highest severity reached. */
export function GenerateDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const suggested = suggestTemplate(incident.kind, incident.highestSeverity);
  const [template, setTemplate] = useState(suggested);
  const highest = SEVERITIES.find((level) => level === incident.highestSeverity) ?? 4;
  const generate = useMutation(
    query.review.generate.mutationOptions({
      onSuccess: (review) => {
        void client.invalidateQueries({ queryKey: query.incident.key() });
        void client.invalidateQueries({ queryKey: query.review.list.key() });
        router.push(`/reviews/${review.key}`);
      },
    }),
  );
  const isBusy = generate.isPending || generate.isSuccess;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || isBusy || onClose()}
      title="Generate the review"
      description={`Every section that the facts of ${countWords(incident.eventCount, "event")} can fill is filled; the rest holds its questions. What people write later is never overwritten.`}
      widthPx={620}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            busy={isBusy}
            busyLabel="Generating"
            onClick={() => generate.mutate({ key: incident.key, template })}
          >
            Generate the review
          </Button>
        </>
      }
    >
      <Options
        label="Template"
        columns={3}
        value={template}
        onChange={(value) => setTemplate(TEMPLATES.find((one) => one === value) ?? suggested)}
        options={TEMPLATES.map((name) => ({
          value: name,
          label: name === suggested ? `${TEMPLATE_WORDS[name]}, suggested` : TEMPLATE_WORDS[name],
          consequence: TEMPLATE_RULES[name].use,
        }))}
      />
      <p className="fld-h">
        {incident.kind === "incident"
          ? `Suggested because its highest severity was ${SEVERITY_WORDS[highest]}.`
          : "Suggested because nothing but a real incident asks for more."}
      </p>
      {generate.isError ? <Banner tone="bad">{wordsOf(generate.error)}</Banner> : null}
    </Dialog>
  );
}
