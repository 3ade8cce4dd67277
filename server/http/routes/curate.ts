import {
  acceptSuggestions,
  changeEvents,
  clearClock,
  keepApart,
  listClocks,
  mergeSuggestions,
  relateEvents,
  setClock,
  splitEvents,
} from "#server/incidents/curate/index.ts";
import { os } from "../base.ts";

export const curateRoutes = {
  relate: os.curate.relate.handler(({ input, context }) => relateEvents(context.ctx, input)),
  split: os.curate.split.handler(({ input, context }) => splitEvents(context.ctx, input)),
  change: os.curate.change.handler(({ input, context }) => changeEvents(context.ctx, input)),
  suggestions: os.curate.suggestions.handler(({ input, context }) => mergeSuggestions(context.ctx, input)),
  acceptSuggestions: os.curate.acceptSuggestions.handler(({ input, context }) => acceptSuggestions(context.ctx, input)),
  keepApart: os.curate.keepApart.handler(({ input, context }) => keepApart(context.ctx, input)),
  clocks: os.curate.clocks.handler(({ input, context }) => listClocks(context.ctx, input)),
  setClock: os.curate.setClock.handler(({ input, context }) => setClock(context.ctx, input)),
  clearClock: os.curate.clearClock.handler(({ input, context }) => clearClock(context.ctx, input)),
};
