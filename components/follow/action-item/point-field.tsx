import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";

interface PointFieldProps {
  points: readonly string[];
  /** Empty for all of them. */
  value: string;
  onChange: (point: string) => void;
}

/** Returns the points as options, after all of them. */
export const pointOptions = (points: readonly string[]) => [
  { value: "", label: "All points" },
  ...points.map((words, at) => ({ value: words, label: `${at + 1}. ${words}` })),
];

/** The point of "done when" that a piece of evidence shows. Left out if there is no choice. */
export function PointField({ points, value, onChange }: PointFieldProps) {
  if (points.length < 2) return null;
  return (
    <Field label="For" hint="The verifier sees it next to this point of “Done when”">
      <Select value={value} options={pointOptions(points)} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}
