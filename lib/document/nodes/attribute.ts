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

interface NumberAttributeOptions {
  least: number;
  most: number;
  fallback?: number | null;
}

/** A checked whole number, stored in HTML as `data-<name>`. Null means absent. */
export function numberAttribute(name: string, options: NumberAttributeOptions): Partial<Attribute> {
  const { least, most, fallback = null } = options;
  const htmlName = `data-${kebab(name)}`;
  const isAllowed = (value: unknown) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return {
    default: fallback,
    parseHTML: (element) => {
      const read = Number(element.getAttribute(htmlName) ?? Number.NaN);
      return isAllowed(read) ? read : fallback;
    },
    renderHTML: (attributes) => (isAllowed(attributes[name]) ? { [htmlName]: String(attributes[name]) } : {}),
    validate: (value: unknown) => {
      if (value === null && fallback === null) return;
      if (!isAllowed(value)) throw new RangeError(`Attribute ${name} does not allow ${JSON.stringify(value)}`);
    },
  };
}
