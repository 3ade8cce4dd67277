const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Returns a figure as it is read, with its unit: "1,400 min". */
export const figureWords = (value: number, unit = ""): string => `${grouped.format(value)} ${unit}`.trim();
