"use client";

import type { Editor } from "@tiptap/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { MenuItem } from "#components/reviews/document/menu/menu-store.ts";
import type { ReviewScope } from "#components/reviews/review/review-scope.tsx";
import type { Factor } from "#lib/contract/factor.ts";
import type { Review } from "#lib/contract/review.ts";

const CreateActionForm = dynamic(() =>
  import("#components/follow/action-item/create/create-action-form.tsx").then((module) => module.CreateActionForm),
);
const FactorPanel = dynamic(() =>
  import("#components/follow/factor/factor-panel.tsx").then((module) => module.FactorPanel),
);
const LearningPanel = dynamic(() =>
  import("#components/follow/learning/learning-panel.tsx").then((module) => module.LearningPanel),
);

type Panel = { factorId: string | null; statement?: string | undefined } | { learningId: string | null };

/** The forms of records that are open: a panel next to the text, and a new action above both. */
export function useRecordForms() {
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

export function RecordForms({ review: { key, incident }, factors, forms }: RecordFormsProps) {
  const { panel, actionFor, closePanel, closeAction } = forms;
  const of = { reviewKey: key, incidentKey: incident.key };
  return (
    <>
      {panel && "learningId" in panel ? (
        <LearningPanel {...of} key={panel.learningId ?? "new"} learningId={panel.learningId} onClose={closePanel} />
      ) : null}
      {panel && "factorId" in panel ? (
        <FactorPanel
          {...of}
          key={panel.factorId ?? "new"}
          factor={factors.find((factor) => factor.id === panel.factorId) ?? null}
          statement={panel.statement}
          onClose={closePanel}
        />
      ) : null}
      {actionFor ? (
        <CreateActionForm preset={{ ...of, factorIds: actionFor }} onDone={closeAction} onCancel={closeAction} />
      ) : null}
    </>
  );
}
