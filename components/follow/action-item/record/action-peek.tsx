"use client";

import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { shownData } from "#components/base/api/problem.ts";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { useActionItem } from "../use-action-item.ts";
import { ActionProps } from "./action-props.tsx";
import { ActionSections } from "./action-sections.tsx";
import { ActionTitle } from "./action-title.tsx";
import { StepButtons } from "./step-buttons.tsx";

interface ActionPeekProps {
  actionKey: string;
  position: { at: number; of: number } | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** One action item next to the list. */
export function ActionPeek({ actionKey, ...head }: ActionPeekProps) {
  const action = useActionItem(actionKey);
  const item = shownData(action);
  return (
    <Peek label={actionKey} id={actionKey} href={`/actions/${actionKey}`} {...head}>
      {action.isPending ? <SkeletonText lines={8} label={`Loading ${actionKey}`} /> : null}
      {action.isError ? (
        <RecordNotRead
          recordKey={actionKey}
          error={action.error}
          hidden="its incident is restricted to other people"
          list={{ href: "/actions", label: "All actions" }}
          onRetry={() => void action.refetch()}
        />
      ) : null}
      {item ? (
        <>
          <ActionTitle item={item} level={2} />
          <ActionProps item={item} />
          <StepButtons item={item} />
          <ActionSections item={item} level={3} />
        </>
      ) : null}
    </Peek>
  );
}
