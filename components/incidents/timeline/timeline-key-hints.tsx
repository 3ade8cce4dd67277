import { Kbd } from "#components/ui/kbd.tsx";

const READING = [
  [["j", "k"], "move"],
  [["Enter"], "open details"],
] as const;
const CURATING = [
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
] as const;

/** The keys of the timeline, under it; `?` has them all. */
export function TimelineKeyHints({ mayEdit }: { mayEdit: boolean }) {
  return (
    <p className="keys wide-only" aria-hidden="true">
      {[...READING, ...(mayEdit ? CURATING : [])].map(([keys, words]) => (
        <span key={words}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {words}
        </span>
      ))}
    </p>
  );
}
