import { parseJson } from "./json-values.ts";

const MOST_BYTES = 1_000_000;
/** One line of `name=value&name=value`, as a form is sent; without a blank anywhere. */
const FORM = /^\s{0,20}[\w.[\]%-]{1,80}=[^\s&=]{0,1000000}(?:&[\w.[\]%-]{1,80}=[^\s&=]{0,1000000})*\s{0,20}$/;

/**
 * The body of a webhook that came as a form: its fields, of which those that hold JSON are read. A form of one such field
 * is what that field holds. Undefined for any other text.
 */
export function readForm(text: string): unknown {
  if (text.length > MOST_BYTES || !/[&%]/.test(text) || !FORM.test(text)) return undefined;
  const fields = [...new URLSearchParams(text.trim())].map(([name, value]): [string, unknown] => [name, jsonIn(value)]);
  const [only] = fields;
  if (fields.length === 1 && typeof only?.[1] === "object") return only[1];
  return fields.length > 1 ? Object.fromEntries(fields) : undefined;
}

const jsonIn = (value: string): unknown => (/^\s*[{[]/.test(value) ? (parseJson(value) ?? value) : value);
