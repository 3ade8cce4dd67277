import {
  archiveIncident,
  cancelIncident,
  changeSeverity,
  createIncident,
  getIncident,
  listIncidents,
  restoreIncident,
  restrictIncident,
  updateIncident,
} from "#server/incidents/incident/index.ts";
import { os } from "../base.ts";

export const incidentRoutes = {
  list: os.incident.list.handler(({ input, context }) => listIncidents(context.ctx, input)),
  create: os.incident.create.handler(({ input, context }) => createIncident(context.ctx, input)),
  get: os.incident.get.handler(({ input, context }) => getIncident(context.ctx, input)),
  update: os.incident.update.handler(({ input, context }) => updateIncident(context.ctx, input)),
  changeSeverity: os.incident.changeSeverity.handler(({ input, context }) => changeSeverity(context.ctx, input)),
  restrict: os.incident.restrict.handler(({ input, context }) => restrictIncident(context.ctx, input)),
  cancel: os.incident.cancel.handler(({ input, context }) => cancelIncident(context.ctx, input)),
  archive: os.incident.archive.handler(({ input, context }) => archiveIncident(context.ctx, input)),
  restore: os.incident.restore.handler(({ input, context }) => restoreIncident(context.ctx, input)),
};
