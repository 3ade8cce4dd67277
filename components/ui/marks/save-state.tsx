import { Check, CircleAlert, Ellipsis, GitMerge, Lock, RefreshCw, WifiOff } from "lucide-react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import styles from "./save-state.module.css";

export type SaveStateKind = "opening" | "saved" | "back" | "saving" | "offline" | "refused" | "read-only";

const LOOKS = {
  opening: { Icon: Ellipsis, words: "Opening" },
  saved: { Icon: Check, words: "Saved" },
  back: { Icon: GitMerge, words: "Back" },
  saving: { Icon: RefreshCw, words: "Saving" },
  offline: { Icon: WifiOff, words: "Offline" },
  refused: { Icon: CircleAlert, words: "Not saved" },
  "read-only": { Icon: Lock, words: "Read only" },
} as const;

type SaveStateProps = {
  state: SaveStateKind;
  /** A sentence after the word: "3 changes kept on this device". */
  detail?: string | undefined;
};

/** The true state of the last change: saved only once the server has it. */
export function SaveState({ state, detail }: SaveStateProps) {
  const { Icon, words } = LOOKS[state];
  return (
    <span className={cx(textStyles.figure, styles.state)} data-state={state} role="status">
      <Icon size={14} />
      {detail ? `${words}. ${detail}.` : words}
    </span>
  );
}
