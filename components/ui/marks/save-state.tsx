import { Check, CircleAlert, Lock, RefreshCw, WifiOff } from "lucide-react";

export type SaveStateKind = "saved" | "saving" | "offline" | "refused" | "read-only";

const LOOKS = {
  saved: { Icon: Check, words: "Saved" },
  saving: { Icon: RefreshCw, words: "Saving" },
  offline: { Icon: WifiOff, words: "Offline, kept here" },
  refused: { Icon: CircleAlert, words: "Not saved" },
  "read-only": { Icon: Lock, words: "Read only" },
} as const;

type SaveStateProps = {
  state: SaveStateKind;
  /** After the word: "12:41" for saved, "3 changes" for offline. */
  detail?: string | undefined;
};

/** Tells the truth about the last change: saved only once the server has it. */
export function SaveState({ state, detail }: SaveStateProps) {
  const { Icon, words } = LOOKS[state];
  return (
    <span className="save num" data-state={state} role="status">
      <Icon className="i s" />
      {detail ? `${words} ${detail}` : words}
    </span>
  );
}
