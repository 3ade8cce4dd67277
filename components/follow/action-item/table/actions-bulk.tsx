"use client";

import { Calendar, CircleDashed, MessageCircleQuestion, SignalHigh, UserRound } from "lucide-react";
import type { MouseEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { MOST_ASKED } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { FIELD_KEYS } from "../edit/field-keys.ts";

const ICONS = {
  owner: <UserRound size={14} />,
  due: <Calendar size={14} />,
  status: <CircleDashed size={14} />,
  priority: <SignalHigh size={14} />,
};

interface TrackerBulkProps {
  rows: readonly ActionItemRow[];
  /** Left out for people who can't ask. */
  onAsk: ((keys: readonly string[]) => void) | undefined;
  onClear: () => void;
}

/** Actions for the selected rows. Each is one change with one undo, or a question to each owner. */
export function TrackerBulk({ rows, onAsk, onClear }: TrackerBulkProps) {
  const { edit } = useEditLayer();
  const open = (field: EditField) => (event: MouseEvent<HTMLButtonElement>) => edit(field, rows, event.currentTarget);
  return (
    <BulkBar count={rows.length} onClear={onClear}>
      {FIELD_KEYS.map(({ field, label, keys }) => (
        <Button key={field} kind="ghost" icon={ICONS[field]} keys={keys} data-bulk={field} onClick={open(field)}>
          {label}
        </Button>
      ))}
      {onAsk ? (
        <Button
          kind="ghost"
          icon={<MessageCircleQuestion size={14} />}
          disabled={rows.length > MOST_ASKED}
          title={rows.length > MOST_ASKED ? `Select at most ${MOST_ASKED} actions to ask their owners` : undefined}
          keys="N"
          onClick={() => onAsk(rows.map(({ key }) => key))}
        >
          Ask
        </Button>
      ) : null}
    </BulkBar>
  );
}
