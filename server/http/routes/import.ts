import { findKnown } from "#server/follow/action-item/index.ts";
import {
  createImport,
  listImports,
  previewImport,
  readingProgress,
  redoImport,
  undoImport,
} from "#server/incidents/import/index.ts";
import { os } from "../base.ts";

export const importRoutes = {
  preview: os.import.preview.handler(({ input, context }) => previewImport(context.ctx, input, findKnown)),
  progress: os.import.progress.handler(({ input, context }) => readingProgress(context.ctx, input)),
  create: os.import.create.handler(({ input, context }) => createImport(context.ctx, input)),
  list: os.import.list.handler(({ input, context }) => listImports(context.ctx, input)),
  undo: os.import.undo.handler(({ input, context }) => undoImport(context.ctx, input)),
  redo: os.import.redo.handler(({ input, context }) => redoImport(context.ctx, input)),
};
