import { Kbd } from "#components/ui/kbd.tsx";

const READING = [
  [["j", "k"], "move"],
  [["Enter"], "open"],
] as const;
const CURATING = [
  [["x"], "select"],
  [["p"], "pin"],
  [["h"], "hide"],
  [["e"], "edit"],
  [["m"], "milestone"],
  [["t"], "time"],
  [["b"], "bundle"],
  [["u"], "split"],
  [["v"], "verify"],
  [["mod+z"], "undo"],
] as const;

/** The keys of the timeline, under it; `?` has them all. */
export function TimelineKeyHints({ mayEdit }: { mayEdit: boolean }) {
  return (
    <p className="keys tl-keys hide-s" aria-hidden="true">
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
