"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useState } from "react";
import type { MenuItem } from "#components/reviews/document/menu/menu-store.ts";
import type { ReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import type { Factor } from "#lib/contract/factor.ts";
import type { Review } from "#lib/contract/review.ts";

const LEARNING = new Later(() =>
  import("#components/follow/learning/learning-panel.tsx").then((module) => module.LearningPanel),
);
const FACTOR = new Later(() =>
  import("#components/follow/factor/factor-panel.tsx").then((module) => module.FactorPanel),
);
const ACTION = new Later(() =>
  import("#components/follow/action-item/create/create-action-form.tsx").then((module) => module.CreateActionForm),
);

/** The first letters go before. */
const PRELOAD_MS = 2000;

type Panel = { factorId: string | null; statement?: string | undefined } | { learningId: string | null };

/** The forms of records that are open: a panel next to the text, and a new action above both. Loaded after the text. */
export function useRecordForms(isTextHere: boolean) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [actionFor, setActionFor] = useState<string[] | null>(null);
  const open = useMemo<Omit<ReviewScope, "review">>(
    () => ({
      openFactor: (factorId, statement) => setPanel({ factorId, statement }),
      openLearning: (learningId) => setPanel({ learningId }),
      addAction: setActionFor,
    }),
    [],
  );
  useEffect(() => {
    if (!isTextHere) return;
    const timer = window.setTimeout(() => {
      for (const form of [LEARNING, FACTOR, ACTION]) form.preload();
    }, PRELOAD_MS);
    return () => window.clearTimeout(timer);
  }, [isTextHere]);
  return { panel, actionFor, open, closePanel: () => setPanel(null), closeAction: () => setActionFor(null) };
}

/** The items of the slash menu that open a form. */
export function recordCommands({ openFactor, openLearning, addAction }: Omit<ReviewScope, "review">): MenuItem[] {
  const command = (id: string, label: string, detail: string, open: () => void): MenuItem => ({
    ...{ id, label, detail, group: "Records" },
    run(editor: Editor, range) {
      editor.chain().focus().deleteRange(range).run();
      open();
    },
  });
  return [
    command("factor", "Contributing factor", "Opens its form next to the text", () => openFactor(null)),
    command("learning", "Learning", "Opens its form next to the text", () => openLearning(null)),
    command("action", "Action item", "Opens its form", () => addAction([])),
  ];
}

interface RecordFormsProps {
  review: Review;
  factors: readonly Factor[];
  forms: ReturnType<typeof useRecordForms>;
}

/** Forms that add and edit factors, actions and learnings of a review. Each is loaded when it opens. */
export function RecordForms({ review: { key, incident }, factors, forms }: RecordFormsProps) {
  const { panel, actionFor, closePanel, closeAction } = forms;
  const of = { reviewKey: key, incidentKey: incident.key };
  return (
    <>
      {panel && "learningId" in panel ? (
        <LaterPart
          of={LEARNING}
          key={panel.learningId ?? "new"}
          props={{ ...of, learningId: panel.learningId, onClose: closePanel }}
        />
      ) : null}
      {panel && "factorId" in panel ? (
        <LaterPart
          of={FACTOR}
          key={panel.factorId ?? "new"}
          props={{
            ...of,
            factor: factors.find((factor) => factor.id === panel.factorId) ?? null,
            statement: panel.statement,
            onClose: closePanel,
          }}
        />
      ) : null}
      {actionFor ? (
        <LaterPart
          of={ACTION}
          props={{ preset: { ...of, factorIds: actionFor }, onDone: closeAction, onCancel: closeAction }}
        />
      ) : null}
    </>
  );
}
