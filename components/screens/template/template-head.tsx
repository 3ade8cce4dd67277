"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Ellipsis, Eye } from "lucide-react";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { CreateTemplate } from "#components/reviews/template/create-template.tsx";
import { PublishTemplate } from "#components/reviews/template/publish-template.tsx";
import { TemplatePreview } from "#components/reviews/template/template-preview.tsx";
import type { TemplateDraft } from "#components/reviews/template/use-template-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Template } from "#lib/contract/template.ts";
import styles from "./template-head.module.css";

type Open = "preview" | "publish" | "copy" | null;

/** The name of a template with its state, and what can be done with it. */
export function TemplateHead({ template, draft }: { template: Template; draft: TemplateDraft }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const { slug, name, builtIn, archived, abilities, number } = template;
  const canEdit = abilities.manage && !builtIn && !archived;
  const templates = useQuery(reads.template.list()).data?.items ?? [];
  const isChanged = template.hasDraft || draft.isUnsaved;
  const update = async (change: { name?: string; archived?: boolean }, words: string, undo?: () => void) => {
    try {
      await draft.update(change);
      await refresh(client, "template");
      toastDone(words, undo ? { undo } : {});
    } catch (error) {
      toastError(wordsOf(error));
    }
  };
  return (
    <div className={styles.head}>
      <Crumbs
        items={[
          { label: "Settings", href: "/settings" },
          { label: "Templates", href: "/settings/templates" },
        ]}
      />
      <h1>
        {canEdit ? (
          <EditableText
            label="Name of the template"
            value={name}
            maxLength={LENGTHS.template.name}
            check={(text) => (text === "" ? "Enter a name" : null)}
            onSave={(text) => void update({ name: text }, `Renamed to ${text}`)}
          />
        ) : (
          name
        )}
      </h1>
      <span className={textStyles.note}>{countWords(draft.content?.sections.length ?? 0, "section")}</span>
      <div className={styles.actions}>
        {canEdit && isChanged ? <SaveState state={draft.state} /> : null}
        <Button icon={<Eye size={14} />} onClick={() => setOpen("preview")}>
          Preview
        </Button>
        {abilities.manage ? (
          <Button icon={<Copy size={14} />} onClick={() => setOpen("copy")}>
            Copy
          </Button>
        ) : null}
        {canEdit ? (
          <Button
            kind="primary"
            disabledReason={isChanged ? undefined : "Nothing has changed since the last version"}
            onClick={() => void draft.save().then((saved) => saved && setOpen("publish"))}
          >
            Publish version {(number ?? 0) + 1}
          </Button>
        ) : null}
        {abilities.manage && !builtIn ? (
          <Menu align="end" trigger={<IconButton label={`Actions for ${name}`} icon={<Ellipsis />} />}>
            <MenuItem
              detail={archived ? undefined : "Its reviews stay"}
              onSelect={() => void update({ archived: !archived }, archived ? `${name} restored` : `${name} archived`)}
            >
              {archived ? "Restore template" : "Archive template"}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      {open === "preview" && draft.content ? (
        <TemplatePreview content={draft.content} onClose={() => setOpen(null)} />
      ) : null}
      {open === "publish" ? (
        <PublishTemplate template={template} save={draft.save} onClose={() => setOpen(null)} />
      ) : null}
      {open === "copy" ? (
        <CreateTemplate templates={templates} from={slug} verb="Copy" onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}
