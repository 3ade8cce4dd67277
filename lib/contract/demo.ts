import { z } from "zod";
import { route } from "./base.ts";

export const demoContract = {
  remove: route("POST", "/demo/remove", "Remove all demo data", "Demo").output(
    z.strictObject({
      incidents: z.int(),
      reviews: z.int(),
      actions: z.int(),
      changes: z.int(),
      people: z.int(),
      kept: z
        .array(z.string())
        .describe("keys of incidents, actions and strategic changes that stay because people worked on them"),
    }),
  ),
};
