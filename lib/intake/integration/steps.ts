import { hookSourceNamed } from "./hook-sources.ts";
import { ALERT_STEPS } from "./steps/alerts.ts";
import { CHANGE_STEPS } from "./steps/changes.ts";
import { PEOPLE_STEPS } from "./steps/people.ts";
import { type Step, sharedSteps } from "./steps/step.ts";

export type { Step } from "./steps/step.ts";

const STEPS: Readonly<Record<string, readonly Step[]>> = { ...ALERT_STEPS, ...CHANGE_STEPS, ...PEOPLE_STEPS };

export interface StepValues {
  /** The full URL. */
  url: string;
  /** Null once it can no longer be shown. The steps then contain a placeholder. */
  secret: string | null;
}

const filled = (code: string, { url, secret }: StepValues) =>
  code.replaceAll("{url}", url).replaceAll("{secret}", secret ?? "<the secret>");

/**
 * Returns the steps to connect a source, in order, with URL and secret filled in. docs/webhooks.md contains the same
 * text.
 */
export function stepsOf(source: string, values: StepValues): Step[] {
  const steps = STEPS[source] ?? sharedSteps(hookSourceNamed(source)?.label ?? source);
  return steps.map((step) => (step.code === undefined ? step : { ...step, code: filled(step.code, values) }));
}
