"use client";

import { toastDone } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import { chooseLead } from "./choose-lead.ts";
import { removeFromTimeline, toggleHidden, togglePinned, toggleVerified } from "./toggles.ts";
import type { Curate } from "./use-curate.ts";
import type { Several } from "./use-several.ts";

export interface ActsInput {
  /** The events to act on: the selected ones, otherwise the current one. */
  targets: readonly TimelineEvent[];
  /** Ids of events that others are below. */
  leads: ReadonlySet<string>;
  curate: Curate;
  several: Several;
  /** Called once the selection is no longer needed. */
  onDone: () => void;
  /** Called with the event that now contains the others. */
  onLead: (lead: TimelineEvent) => void;
}

export interface Acts {
  pin: () => void;
  hide: () => void;
  verify: () => void;
  takeOut: () => void;
  relate: (relation: EventRelation) => void;
  split: () => void;
}

const RELATED: Record<EventRelation, (count: number, lead: TimelineEvent) => string> = {
  merged: (count, lead) => `${count} events merged into E${lead.number}`,
  bundled: (count, lead) => `${count} events bundled in E${lead.number}`,
  account: (count, lead) => `${count} accounts shown side by side in E${lead.number}`,
};

const ASKS: Record<EventRelation, string> = {
  merged: "Select two or more events with X first. Then you can merge them.",
  bundled: "Select two or more events with X first. Then B bundles them.",
  account: "Select two or more events with X first. Then you can show their accounts side by side.",
};

const many = (events: readonly TimelineEvent[]) => countWords(events.length, "event");

/** The actions of the keys and of the bulk bar. For several events each is one undo step. */
export function actsOn({ targets, leads, curate, several, onDone, onLead }: ActsInput): Acts {
  const [first] = targets;
  const alone = targets.length === 1 ? first : undefined;
  return {
    pin() {
      if (alone) return togglePinned(curate, alone);
      const pinned = !targets.every((event) => event.pinned);
      const changing = targets.filter((event) => event.pinned !== pinned);
      if (changing.length > 0)
        void several.set(changing, { pinned }, `${many(changing)} ${pinned ? "pinned" : "unpinned"}`);
    },
    hide() {
      if (alone) return toggleHidden(curate, alone);
      const hidden = !targets.every((event) => event.hidden);
      const changing = targets.filter((event) => event.hidden !== hidden);
      if (changing.length > 0)
        void several.set(changing, { hidden }, `${many(changing)} ${hidden ? "hidden" : "shown"}`);
    },
    verify() {
      if (alone) return toggleVerified(curate, alone);
      const verified = !targets.every((event) => event.verified);
      const changing = targets.filter((event) => event.verified !== verified);
      if (changing.length > 0)
        void several.set(
          changing,
          { verified },
          `${many(changing)} ${verified ? "verified" : "marked as not verified"}`,
        );
    },
    takeOut() {
      if (alone) return removeFromTimeline(curate, alone);
      if (!first) return;
      const cited = targets.some((event) => event.citedCount > 0) ? ". Citations show this" : "";
      void several.set(targets, { removed: true }, `${many(targets)} removed${cited}`);
      onDone();
    },
    relate(relation) {
      const lead = chooseLead(targets, leads);
      if (!lead || targets.length < 2) return toastDone(ASKS[relation]);
      const below = targets.filter((event) => event.id !== lead.id);
      void several.relate(relation, lead, below, RELATED[relation](targets.length, lead));
      onDone();
      onLead(lead);
    },
    split() {
      const together = targets.filter((event) => event.leadId !== null || leads.has(event.id));
      if (together.length === 0) return toastDone("Nothing to split. Select a merged or bundled event.");
      const said = together.length === 1 ? `E${together[0]?.number} split` : `${many(together)} split`;
      void several.split(together, said);
      onDone();
    },
  };
}
