import type { ScaleEncoder } from './scale-display.ts';
import { encodeStGs } from './scale-encoder-st-gs.ts';
import { encodeToledoBare, encodeToledoChecked } from './scale-encoder-toledo.ts';
import { encodeYaohuaTf0 } from './scale-encoder-yaohua-tf0.ts';

/** A protocol the simulator can speak, and how the bytes are shaped. */
export const scaleEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'yaohua-tf0': encodeYaohuaTf0,
  'toledo-continuous': encodeToledoChecked,
  'toledo-continuous-17': encodeToledoBare,
  'st-gs': encodeStGs,
};
