import { removeDemo } from "#server/across/demo/index.ts";
import { os } from "../base.ts";

export const demoRoutes = {
  remove: os.demo.remove.handler(({ context }) => removeDemo(context.ctx)),
};
