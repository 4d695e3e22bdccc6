/** The window's languages; Chinese comes first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
