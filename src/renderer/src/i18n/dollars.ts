/** How small sums are written. */
export const DOLLARS = { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 } as const
