/** Converts readable keys to numbers and back: INC-12, REV-7, ACT-31, SC-4. */
export const incidentKeyOf = (number: number) => `INC-${number}`;
export const reviewKeyOf = (number: number) => `REV-${number}`;
export const actionKeyOf = (number: number) => `ACT-${number}`;
export const changeKeyOf = (number: number) => `SC-${number}`;

/** Returns the number of a key that the contract has checked. 0, which no row has, for one out of range. */
export function numberOfKey(key: string): number {
  const number = Number(key.slice(key.indexOf("-") + 1));
  return Number.isSafeInteger(number) && number <= 2_147_483_647 ? number : 0;
}
