import type { ScaleEncoder } from './scale-display.ts';
import { encodeAndSt } from './scale-encoder-and-st.ts';
import { casEncoders } from './scale-encoder-cas.ts';
import { counterEncoders } from './scale-encoder-counter.ts';
import { encodeStGs } from './scale-encoder-st-gs.ts';
import { stxEncoders } from './scale-encoder-stx.ts';
import { encodeToledoBare, encodeToledoChecked } from './scale-encoder-toledo.ts';
import { encodeYaohuaTf0 } from './scale-encoder-yaohua-tf0.ts';
import { yaohuaEncoders } from './scale-encoder-yaohua.ts';

/** A protocol the simulator can speak, and how the bytes are shaped. */
export const scaleEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'yaohua-tf0': encodeYaohuaTf0,
  'toledo-continuous': encodeToledoChecked,
  'toledo-continuous-17': encodeToledoBare,
  'st-gs': encodeStGs,
  'and-st': encodeAndSt,
  ...yaohuaEncoders,
  ...stxEncoders,
  ...casEncoders,
  ...counterEncoders,
};
