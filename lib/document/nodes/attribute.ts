import type { Attribute } from "@tiptap/core";

interface StringAttributeOptions {
  /** Allowed values. Any text if absent. */
  oneOf?: readonly string[];
  fallback?: string | null;
  maxLength?: number;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A checked text attribute, stored in HTML as `data-<name>`. Null means absent. */
export function stringAttribute(name: string, options: StringAttributeOptions = {}): Partial<Attribute> {
  const { oneOf, fallback = null, maxLength = 500 } = options;
  const htmlName = `data-${kebab(name)}`;
  return {
    default: fallback,
    parseHTML: (element) => element.getAttribute(htmlName) ?? fallback,
    renderHTML: (attributes) => (typeof attributes[name] === "string" ? { [htmlName]: attributes[name] } : {}),
    validate: (value: unknown) => {
      if (value === null && fallback === null) return;
      if (typeof value !== "string" || value.length > maxLength || (oneOf && !oneOf.includes(value)))
        throw new RangeError(`Attribute ${name} does not allow ${JSON.stringify(value)}`);
    },
  };
}
