/** Operations of the scales. */
export const scaleOperations = {} as const;
