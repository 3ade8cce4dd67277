import { Note } from "#components/ui/note.tsx";

/** Shown on the right while nothing is open. */
export function NothingOpen() {
  return (
    <section aria-label="About integrations">
      <Note>
        Connected tools send alerts, deploys and messages as they happen. Each event joins the open incident of its
        service or of a matching rule. Other events are listed above the incidents as unassigned. Choose an integration
        from the list, or connect a tool.
      </Note>
    </section>
  );
}
