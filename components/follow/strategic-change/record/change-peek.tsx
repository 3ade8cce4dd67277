"use client";

import { NotRead } from "#components/base/api/not-read.tsx";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { useStrategicChange } from "../use-change.ts";
import { ChangeButtons } from "./change-buttons.tsx";
import { ChangeProps } from "./change-props.tsx";
import { ChangeSections, ChangeTies } from "./change-sections.tsx";
import { ChangeTitle } from "./change-title.tsx";
import { useReporting } from "./health-updates.tsx";

interface ChangePeekProps {
  changeKey: string;
  position: { at: number; of: number } | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** One strategic change next to the list. */
export function ChangePeek({ changeKey, ...head }: ChangePeekProps) {
  const query = useStrategicChange(changeKey);
  const reporting = useReporting(changeKey);
  const change = query.data;
  return (
    <Peek label={changeKey} id={changeKey} href={`/strategy/${changeKey}`} {...head}>
      {query.isPending ? <SkeletonText lines={8} label={`Loading ${changeKey}`} /> : null}
      {query.isError ? <NotRead what={changeKey} error={query.error} onRetry={() => void query.refetch()} /> : null}
      {change ? (
        <>
          <ChangeTitle change={change} level={2} />
          <ChangeProps change={change} />
          <ChangeButtons change={change} onReport={reporting.ask} />
          <ChangeSections change={change} level={3} reporting={reporting} />
          <ChangeTies change={change} level={3} />
        </>
      ) : null}
    </Peek>
  );
}
