export function hashOfJSON(json: any): string;
