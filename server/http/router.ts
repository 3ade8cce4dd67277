import { incidentRoutes } from "./routes/incident.ts";

/** The one router: REST, RPC and the in-process caller all serve it. */
export const router = {
  incident: incidentRoutes,
};
export type AppRouter = typeof router;
