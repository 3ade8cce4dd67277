import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import type { FilterField } from "#components/ui/lists/filter-field.ts";
import type { Segment } from "#components/ui/marks/signature.tsx";

export const PEOPLE: ValueOption[] = [
  { value: "aiko", label: "Aiko Mori", detail: "Search" },
  { value: "ines", label: "Ines Duarte", detail: "Mail" },
  { value: "jonah", label: "Jonah Okafor", detail: "Platform" },
  { value: "maya", label: "Maya Lindqvist", detail: "Checkout" },
  { value: "priya", label: "Priya Raman", detail: "Platform" },
  { value: "sam", label: "Sam Whitaker", detail: "Platform" },
  { value: "tomas", label: "Tomás Herrera", detail: "Checkout" },
  { value: "wen", label: "Wen Li", detail: "Files" },
];

export const SERVICES: ValueOption[] = [
  { value: "mail", label: "Acme Mail" },
  { value: "files", label: "Acme Files" },
  { value: "search", label: "Acme Search" },
];

export const FIELDS: FilterField[] = [
  { key: "owner", label: "Owner", options: PEOPLE },
  { key: "service", label: "Service", options: SERVICES, multiple: true },
  {
    key: "due",
    label: "Due",
    options: [
      { value: "past", label: "past" },
      { value: "week", label: "this week" },
    ],
  },
];

export const OUTAGE: Segment[] = [
  { kind: "latent", from: 0, to: 0.066 },
  { kind: "degraded", from: 0.066, to: 0.248 },
  { kind: "outage", from: 0.248, to: 0.96 },
  { kind: "restored", from: 0.96, to: 1 },
];
