import { createContext } from 'react';

/** The dialog that stands around a part of the window; null on the screen itself. */
export const DialogScope = createContext<symbol | null>(null);
