"use client";

import { type ReactNode, useState } from "react";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import type { AskDialogProps } from "./ask-dialog.tsx";

const ASK_DIALOG = new Later<AskDialogProps>(async () => (await import("./ask-dialog.tsx")).AskDialog);

type Asked = Pick<AskDialogProps, "keys" | "question">;

/** Opens the dialog that asks the owners of actions, with the question at first. Show `dialog` anywhere. */
export function useAsk(): { ask: (keys: readonly string[], question?: string) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    ask: (keys, question) => setAsked({ keys, question }),
    dialog: asked ? <LaterPart of={ASK_DIALOG} props={{ ...asked, onClose: () => setAsked(null) }} /> : null,
  };
}
