/** Baskets with the number the clerk calls them by, from 1; their place is their name, and only the last is ever taken away. */
export const numbered = <B>(baskets: readonly B[]): ReadonlyArray<{ readonly basket: B; readonly number: number }> => baskets.map((basket, place) => ({ basket, number: place + 1 }));
