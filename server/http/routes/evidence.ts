import {
  addNote,
  attachEvidence,
  changeEvidence,
  changeNote,
  listEventChanges,
  listEvidence,
} from "#server/incidents/evidence/index.ts";
import { os } from "../base.ts";

export const evidenceRoutes = {
  list: os.evidence.list.handler(({ input, context }) => listEvidence(context.ctx, input)),
  attach: os.evidence.attach.handler(({ input, context }) => attachEvidence(context.ctx, input)),
  change: os.evidence.change.handler(({ input, context }) => changeEvidence(context.ctx, input)),
  addNote: os.evidence.addNote.handler(({ input, context }) => addNote(context.ctx, input)),
  changeNote: os.evidence.changeNote.handler(({ input, context }) => changeNote(context.ctx, input)),
  changes: os.evidence.changes.handler(({ input, context }) => listEventChanges(context.ctx, input)),
};
