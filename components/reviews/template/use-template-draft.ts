"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import type { SaveStateKind } from "#components/ui/marks/save-state.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import type { Template } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";

const PAUSE_MS = 500;

/**
 * What is being edited of a template. Changes show at once, are saved after a pause, and can be undone. If someone else
 * saved first, `theirs` is what they saved until the person chooses.
 */
export function useTemplateDraft(template: Template) {
  const client = useQueryClient();
  const offerUndo = useUndo();
  const [mine, setMine] = useState<TemplateContent | null>(null);
  const [theirs, setTheirs] = useState<Template | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const content = mine ?? template.draft ?? template.content;
  const latest = useRef({ content, version: template.version });
  const timer = useRef(0);
  useLeaveWarning(mine !== null);
  useEffect(() => {
    if (mine === null) latest.current = { content, version: template.version };
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const keep = (saved: Template) => {
    client.setQueryData(reads.template.get(template.slug).queryKey, saved);
    void client.invalidateQueries({ queryKey: reads.template.every().queryKey });
  };

  /** Saves what is shown. Returns the saved row, or null if it was refused. */
  async function save(): Promise<Template | null> {
    window.clearTimeout(timer.current);
    const sent = latest.current.content;
    if (sent === null) return null;
    setSaving(true);
    try {
      const saved = await api.template.update({
        ...{ slug: template.slug, version: latest.current.version, draft: sent },
      });
      latest.current.version = saved.version;
      setProblem(null);
      keep(saved);
      // Something newer than what was sent is saved by its own timer.
      if (latest.current.content === sent) setMine(null);
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
    latest.current.content = next;
    setMine(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  };

  const state: SaveStateKind = problem || theirs ? "refused" : isSaving || mine !== null ? "saving" : "saved";
  return {
    content,
    state,
    problem,
    theirs,
    save,
    isUnsaved: mine !== null,
    /** Changes the content. One step of undo brings the content before back. `words` are shown with it. */
    change(next: TemplateContent, words?: string) {
      const before = latest.current.content;
      show(next);
      if (!before) return;
      if (words === undefined) offerUndo(() => show(before));
      else toastDone(words, { undo: () => show(before) });
    },
    keepMine() {
      if (theirs) latest.current.version = theirs.version;
      setTheirs(null);
      void save();
    },
    useTheirs() {
      if (theirs) keep(theirs);
      setTheirs(null);
      setMine(null);
    },
    async discard() {
      window.clearTimeout(timer.current);
      setMine(null);
      try {
        keep(await api.template.update({ slug: template.slug, version: latest.current.version, draft: null }));
      } catch (error) {
        toastError(wordsOf(error));
      }
    },
  };
}

/** Changes the content, with the words of a toast if something was removed. */
export type ChangeContent = (next: TemplateContent, words?: string) => void;

export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
