import { z } from "zod";

/** The choices that are stored with a job. */
export const WriteUpOptions = z.object({
  zone: z.string().optional(),
  date: z.string().optional(),
  incidentKey: z.string().optional(),
  title: z.string().optional(),
  severity: z.number(),
  timeZone: z.string(),
  template: z.string().optional(),
  restricted: z.boolean(),
  choose: z
    .object({ leaveOut: z.array(z.number()), actions: z.array(z.string()), factors: z.array(z.string()) })
    .optional(),
});
export type WriteUpOptions = z.infer<typeof WriteUpOptions>;
