import type { PlannedEvent } from "../plan/plan.ts";

/** An event that an import of an Afterword file wrote, with its id and its data in the file. */
export interface WrittenEvent {
  id: string;
  /** Where it is in the file. */
  line: number;
  curated: NonNullable<PlannedEvent["event"]["curated"]>;
}
