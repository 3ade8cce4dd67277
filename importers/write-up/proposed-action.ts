/** An action item as a write-up lists it, with nothing added. */
export interface ProposedAction {
  /** 1-based physical line where it starts. */
  line: number;
  /** Its path, if it is one of several files of a zip. */
  file?: string;
  title: string;
  owner: string | null;
  /** As written: `2024-05-01`, "end of Q2". */
  due: string | null;
  status: "done" | "open" | null;
  /** Key of a ticket: `T244843`, `OPS-12`, `#482`. */
  ticket: string | null;
  url: string | null;
  type: string | null;
  priority: string | null;
}
