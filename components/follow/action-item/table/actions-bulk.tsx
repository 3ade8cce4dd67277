"use client";

import { Calendar, CircleDashed, MessageCircleQuestion, SignalHigh, UserRound } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { MOST_ASKED } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { AskDialogProps } from "../edit/ask-dialog.tsx";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { FIELD_KEYS } from "../edit/field-keys.ts";

const ASK_DIALOG = new Later<AskDialogProps>(async () => (await import("../edit/ask-dialog.tsx")).AskDialog);

const ICONS = {
  owner: <UserRound size={14} />,
  due: <Calendar size={14} />,
  status: <CircleDashed size={14} />,
  priority: <SignalHigh size={14} />,
};

/** Actions for the selected rows. Each is one change with one undo, or a question to each owner. */
export function TrackerBulk({ rows, onClear }: { rows: readonly ActionItemRow[]; onClear: () => void }) {
  const { edit } = useEditLayer();
  const [asked, setAsked] = useState<readonly ActionItemRow[] | null>(null);
  const open = (field: EditField) => (event: MouseEvent<HTMLButtonElement>) => edit(field, rows, event.currentTarget);
  return (
    <>
      <BulkBar count={rows.length} onClear={onClear}>
        {FIELD_KEYS.map(({ field, label, keys }) => (
          <Button key={field} kind="ghost" icon={ICONS[field]} keys={keys} data-bulk={field} onClick={open(field)}>
            {label}
          </Button>
        ))}
        <Button
          kind="ghost"
          icon={<MessageCircleQuestion size={14} />}
          disabled={rows.length > MOST_ASKED}
          title={rows.length > MOST_ASKED ? `Select at most ${MOST_ASKED} actions to ask their owners` : undefined}
          onClick={() => setAsked(rows)}
        >
          Ask
        </Button>
      </BulkBar>
      {asked ? <LaterPart of={ASK_DIALOG} props={{ rows: asked, onClose: () => setAsked(null) }} /> : null}
    </>
  );
}
