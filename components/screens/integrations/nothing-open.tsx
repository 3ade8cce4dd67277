import { Note } from "#components/ui/note.tsx";

/** What is at the right while nothing is open. */
export function NothingOpen() {
  return (
    <section aria-label="About integrations">
      <Note>
        A connected tool sends each alert, deploy or message as it happens. An event joins the open incident of its
        service, or the one that a rule names; what fits nowhere waits above the list of incidents until somebody
        attaches it. Open one from the list, or connect a tool.
      </Note>
    </section>
  );
}
