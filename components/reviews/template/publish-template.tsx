"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Template } from "#lib/contract/template.ts";
import { sectionDifferences } from "#lib/reviews/template/differences.ts";
import { DifferenceRows } from "./difference-rows.tsx";

interface PublishTemplateProps {
  template: Template;
  /** Saves what isn't saved yet. Returns the saved row, or null if that was rejected. */
  save: () => Promise<Template | null>;
  onClose: () => void;
}

/** Publishes the draft, with what changes and which reviews it reaches. */
export function PublishTemplate({ template, save, onClose }: PublishTemplateProps) {
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { draft, content, versions, slug, name } = template;
  const number = (template.number ?? 0) + 1;
  const differences = draft && content ? sectionDifferences(content.sections, draft.sections) : [];
  const inWriting = versions.reduce((sum, version) => sum + version.inWriting, 0);
  const reached =
    inWriting === 0
      ? "No draft review uses an earlier version."
      : `${countWords(inWriting, "review")} being written can apply the changes. ${inWriting === 1 ? "Its" : "Their"} text stays as it is until then.`;
  const publish = async () => {
    setBusy(true);
    const saved = await save();
    if (!saved) {
      setProblem("The last change wasn't saved. Close this dialog to see why.");
      setBusy(false);
      return;
    }
    try {
      const published = await api.template.publish({ slug, version: saved.version, note: note.trim() });
      client.setQueryData(reads.template.get(slug).queryKey, published);
      await refresh(client, "template");
      toastDone(`Version ${number} of ${name} published`);
      onClose();
    } catch (error) {
      setProblem(wordsOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || isBusy || onClose()}
      title={`Publish version ${number}?`}
      description={`New reviews can use version ${number}. ${content ? reached : ""}`}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Publishing" onClick={() => void publish()}>
            Publish version {number}
          </Button>
        </>
      }
    >
      <DifferenceRows
        differences={differences}
        empty={
          content
            ? "No section differs. Order, rules or tasks changed."
            : `${countWords(draft?.sections.length ?? 0, "section")} in the first version.`
        }
      />
      <Field label="What changed" optional>
        <Input
          maxLength={LENGTHS.template.note}
          placeholder="For example, Detection asks about banks"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <FormRefusal message={problem} />
    </Dialog>
  );
}
