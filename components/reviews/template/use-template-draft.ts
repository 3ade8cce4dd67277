"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import type { SaveStateKind } from "#components/ui/marks/save-state.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import type { Template } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { createTemplateWriter, editedContent } from "./template-writer.ts";

const PAUSE_MS = 500;

/**
 * The draft of a template while it is edited. Changes show at once, are saved after a pause, and can be undone. If
 * someone else saved first, `theirs` is their version until the person chooses.
 */
export function useTemplateDraft(template: Template) {
  const client = useQueryClient();
  const offerUndo = useUndo();
  const [mine, setMine] = useState<TemplateContent | null>(null);
  const [theirs, setTheirs] = useState<Template | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const timer = useRef(0);

  const keep = (saved: Template) => {
    const { queryKey } = reads.template.get(template.slug);
    client.setQueryData(queryKey, saved);
    void refresh(client, "template", [queryKey]);
  };
  const [writer] = useState(() =>
    createTemplateWriter(template, async (change) => {
      const saved = await api.template.update({ slug: template.slug, ...change });
      keep(saved);
      return saved;
    }),
  );
  useLeaveWarning(mine !== null);
  useEffect(() => writer.read(template));
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      if (writer.isUnsaved()) writer.save().catch((error: unknown) => toastError(wordsOf(error)));
    },
    [writer],
  );

  /** Saves what is shown. Returns the saved row, or null if it was rejected. */
  async function save(): Promise<Template | null> {
    window.clearTimeout(timer.current);
    setSaving(true);
    try {
      const saved = await writer.save();
      setProblem(null);
      // Something newer than what was sent is saved by its own timer.
      if (!writer.isUnsaved()) setMine(null);
      return saved;
    } catch (error) {
      const conflict = problemOf(error);
      if (conflict?.code === "conflict") setTheirs(conflict.current as Template);
      else setProblem(wordsOf(error));
      return null;
    } finally {
      setSaving(false);
    }
  }

  const show = (next: TemplateContent) => {
    writer.show(next);
    setMine(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  };

  const state: SaveStateKind = problem || theirs ? "refused" : isSaving || mine !== null ? "saving" : "saved";
  return {
    content: mine ?? editedContent(template),
    state,
    problem,
    theirs,
    save,
    isUnsaved: mine !== null,
    /** Changes the content. One step of undo brings the content before back. `words` are shown with it. */
    change(next: TemplateContent, words?: string) {
      const before = writer.shown();
      show(next);
      if (!before) return;
      if (words === undefined) offerUndo(() => show(before));
      else toastDone(words, { undo: () => show(before) });
    },
    /** Renames, archives or restores the template, after the saves before it. Throws if it was rejected. */
    update: writer.update,
    keepMine() {
      if (theirs) writer.rebase(theirs);
      setTheirs(null);
      void save();
    },
    useTheirs() {
      if (theirs) {
        keep(theirs);
        writer.rebase(theirs);
        writer.show(editedContent(theirs));
      }
      setTheirs(null);
      setMine(null);
    },
    async discard() {
      window.clearTimeout(timer.current);
      setMine(null);
      try {
        await writer.discard();
      } catch (error) {
        toastError(wordsOf(error));
      }
    },
  };
}

/** Changes the content, with the words of a toast if something was removed. */
export type ChangeContent = (next: TemplateContent, words?: string) => void;

export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
