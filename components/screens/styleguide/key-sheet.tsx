import { KeyMapList } from "#components/ui/keys/key-map-list.tsx";
import { Specimen } from "./specimen.tsx";

const nothing = () => {};
const SAMPLE = [
  ["mod+k", "Search or jump", "Page"],
  ["?", "Show these keys", "Page"],
  ["g h", "My work", "Go to"],
  ["g i", "Incidents", "Go to"],
  ["j", "Next row", "List"],
  ["shift+ArrowDown", "Extend the selection down", "List"],
  ["Esc", "Clear the selection", "List"],
] as const;

export function KeySheet() {
  return (
    <Specimen title="Keyboard map" note="press ? for the one of this page" wide>
      <KeyMapList bindings={SAMPLE.map(([keys, label, group]) => ({ keys, label, group, run: nothing }))} />
    </Specimen>
  );
}
