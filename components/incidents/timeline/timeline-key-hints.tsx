import { type KeyHint, KeyHints } from "#components/ui/page/key-hints.tsx";
import textStyles from "#components/ui/roles/text.module.css";

const READING: readonly KeyHint[] = [
  [["j", "k"], "move"],
  [["Enter"], "open details"],
];
const CURATING: readonly KeyHint[] = [
  [["y"], "accept suggestion"],
  [["x"], "select"],
  [["p"], "pin"],
  [["h"], "hide"],
  [["e"], "edit"],
  [["m"], "milestone"],
  [["t"], "time"],
  [["b"], "bundle"],
  [["u"], "split"],
  [["v"], "verify"],
  [["+", "-"], "zoom"],
  [["mod+z"], "undo"],
];

/** The keys of the timeline, below it. `?` lists them all. */
export function TimelineKeyHints({ mayEdit }: { mayEdit: boolean }) {
  return <KeyHints className={textStyles.wideOnly} hints={[...READING, ...(mayEdit ? CURATING : [])]} />;
}
