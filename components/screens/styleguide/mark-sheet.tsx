import { Marked } from "#components/ui/labels/marked.tsx";
import { type EventCertainty, EventGlyph, type EventShape } from "#components/ui/marks/event-glyph.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { OUTAGE } from "./samples.ts";
import { Specimen, StateLine } from "./specimen.tsx";

const SHAPES: EventShape[] = ["signal", "change", "step", "update", "recovery", "context"];
const CERTAINTIES: EventCertainty[] = ["exact", "approx", "untimed"];

/** Marks of events, by certainty and shape. */
export function MarkSheet() {
  return (
    <Specimen title="Marks" note="shape first, hue second">
      {CERTAINTIES.map((certainty) => (
        <StateLine key={certainty} name={certainty}>
          {SHAPES.map((shape) => (
            <Marked key={shape}>
              <EventGlyph shape={shape} certainty={certainty} />
              {shape}
            </Marked>
          ))}
        </StateLine>
      ))}
      <StateLine name="Signature">
        <Signature segments={OUTAGE} label="Degraded, then unavailable for 18 h 30 m, restored" />
        <Therefore />
        <span>therefore</span>
      </StateLine>
      <FluidSignature segments={OUTAGE} label="Impact from 17:20 to 18:14" />
      <StateLine name="Days late">
        {[-24, -3, 4, 39, 106].map((daysLate) => (
          <OverrunBar key={daysLate} daysLate={daysLate} />
        ))}
      </StateLine>
      <StateLine name="Here now">
        <PresenceAvatars
          people={[
            { id: "1", name: "Priya Raman", hue: "c" },
            { id: "2", name: "Tomás Herrera", hue: "a" },
            { id: "3", name: "Ines Duarte", hue: "b" },
          ]}
        />
        <SaveState state="opening" />
        <SaveState state="saved" />
        <SaveState state="back" detail="14 changes merged, 3 of them in sections that others changed" />
        <SaveState state="saving" />
        <SaveState state="offline" detail="3 changes kept on this device" />
        <SaveState state="refused" detail="1 change in this tab only" />
        <SaveState state="read-only" />
      </StateLine>
    </Specimen>
  );
}
