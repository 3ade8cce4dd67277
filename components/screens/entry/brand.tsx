import { Therefore } from "#components/ui/marks/therefore.tsx";

/** Mark and wordmark at the head of a standalone page. */
export function Brand() {
  return (
    <span className="brand">
      <Therefore className={undefined} />
      <span>Afterword</span>
    </span>
  );
}
