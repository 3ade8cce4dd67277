import { Select } from "#components/ui/choices/select.tsx";
import { FACTOR_EXPLAINS, FACTOR_EXPLAINS_WORDS, type FactorExplains } from "#lib/base/vocabulary/factor.ts";

interface ExplainsFilterProps {
  /** "All factors". */
  all: string;
  value: FactorExplains | null;
  onChange: (explains: FactorExplains | null) => void;
}

/** Narrows a list to what explains one part of the story. */
export function ExplainsFilter({ all, value, onChange }: ExplainsFilterProps) {
  return (
    <Select
      aria-label="Explains"
      value={value ?? ""}
      options={[
        { value: "", label: all },
        ...FACTOR_EXPLAINS.map((part) => ({
          value: part,
          label: `Explains ${FACTOR_EXPLAINS_WORDS[part].toLowerCase()}`,
        })),
      ]}
      onChange={({ target }) => onChange(FACTOR_EXPLAINS.find((part) => part === target.value) ?? null)}
    />
  );
}
