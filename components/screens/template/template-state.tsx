"use client";

import { Lock, Pencil } from "lucide-react";
import type { TemplateDraft } from "#components/reviews/template/use-template-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Template } from "#lib/contract/template.ts";

/** Whether the template can be edited, and what its draft is waiting for. */
export function TemplateState({ template, draft }: { template: Template; draft: TemplateDraft }) {
  const { name, builtIn, archived, abilities, number, versions, hasDraft } = template;
  if (draft.theirs)
    return (
      <Banner
        tone="bad"
        action={
          <>
            <Button onClick={draft.keepMine}>Keep my version</Button>
            <Button onClick={draft.useTheirs}>Use the newer version</Button>
          </>
        }
      >
        {name} was changed while you were editing. Your change wasn't saved.
      </Banner>
    );
  if (draft.problem)
    return (
      <Banner tone="bad" action={<Button onClick={() => void draft.save()}>Save again</Button>}>
        {draft.problem}
      </Banner>
    );
  if (archived) return <Banner icon={<Lock size={14} />}>{name} is archived, so no new review uses it.</Banner>;
  if (builtIn)
    return (
      <Banner icon={<Lock size={14} />}>
        {name} comes with Afterword. It changes only when Afterword is upgraded.
        {abilities.manage ? " Copy it to make your own." : ""}
      </Banner>
    );
  if (!abilities.manage) return <Banner icon={<Lock size={14} />}>Only a TPM or an admin can change templates.</Banner>;
  if (!hasDraft && !draft.isUnsaved) return null;
  const reviews = versions.reduce((sum, version) => sum + version.reviews, 0);
  return (
    <Banner
      icon={<Pencil size={14} />}
      action={number === null ? null : <Button onClick={() => void draft.discard()}>Discard</Button>}
    >
      <b className={textStyles.emphasis}>You're editing version {(number ?? 0) + 1}.</b>{" "}
      {reviews === 0
        ? "No review uses an earlier version."
        : `${countWords(reviews, "review keeps its", "reviews keep their")} version.`}
    </Banner>
  );
}
