import type { ScaleEncoder } from './scale-display.ts';
import { encodeAndSt } from './scale-encoder-and-st.ts';
import { balanceEncoders } from './scale-encoder-balances.ts';
import { casEncoders } from './scale-encoder-cas.ts';
import { counterEncoders } from './scale-encoder-counter.ts';
import { indicatorEncoders } from './scale-encoder-indicators.ts';
import { registerEncoders } from './scale-encoder-registers.ts';
import { scpEncoders } from './scale-encoder-scp.ts';
import { encodeMtSics } from './scale-encoder-sics.ts';
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
  'mt-sics': encodeMtSics,
  'kern-kcp': encodeMtSics,
  ...balanceEncoders,
  ...scpEncoders,
  ...indicatorEncoders,
  ...registerEncoders,
};
