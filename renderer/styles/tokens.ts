/**
 * The look of the station, in numbers. Everything visible is made from these values: the CSS variables of `css-variables.ts` and the
 * Ant Design theme of `antd-theme.ts`. No screen sets a colour or a size of its own.
 */

export const densities = ['desk', 'elder', 'office'] as const;
/** `desk` for the clerk, `elder` a size above it, `office` for the accountant and the manager. */
export type Density = (typeof densities)[number];

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export interface Palette {
  /** The ground everything lies on: rice paper, or slate before sunrise. */
  readonly paper: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly line: string;
  /** Edge of something that can be filled in or pressed: at least 3:1 against every ground. */
  readonly lineStrong: string;
  /** Tea green: the main action, and "all is well". */
  readonly tea: string;
  readonly teaHover: string;
  readonly teaPress: string;
  readonly teaInk: string;
  readonly teaTint: string;
  readonly onTea: string;
  /** Batik indigo: structure and selection. */
  readonly indigo: string;
  readonly indigoHover: string;
  readonly indigoInk: string;
  readonly indigoTint: string;
  readonly onIndigo: string;
  readonly rail: string;
  readonly railRaised: string;
  readonly railCurrent: string;
  readonly onRailCurrent: string;
  readonly onRail: string;
  readonly onRailSoft: string;
  /** Chilli red: danger and refusal, nothing else. */
  readonly chilli: string;
  readonly chilliHover: string;
  readonly chilliInk: string;
  readonly chilliTint: string;
  readonly onChilli: string;
  /** Amber: something waits. */
  readonly amber: string;
  readonly amberInk: string;
  readonly amberTint: string;
  /** Mulberry: training, and never anything that counts. */
  readonly training: string;
  readonly trainingSoft: string;
  readonly trainingInk: string;
  readonly trainingTint: string;
  readonly onTraining: string;
  readonly veil: string;
  readonly overlayShadow: string;
}

const light: Palette = {
  paper: '#f3efe4', surface: '#fbf9f3', raised: '#fffefb', sunken: '#ebe5d6',
  ink: '#1c2629', inkSoft: '#445156', inkFaint: '#586468', line: '#ddd5c3', lineStrong: '#857f6e',
  tea: '#2f6b3a', teaHover: '#275a31', teaPress: '#1f4927', teaInk: '#27602f', teaTint: '#e1ecd8', onTea: '#ffffff',
  indigo: '#27457e', indigoHover: '#1f3866', indigoInk: '#223e72', indigoTint: '#e0e7f2', onIndigo: '#ffffff',
  rail: '#1a2d52', railRaised: '#2a4274', railCurrent: '#fbf9f3', onRailCurrent: '#223e72', onRail: '#f6f2e7', onRailSoft: '#c3cde0',
  chilli: '#b0281c', chilliHover: '#942016', chilliInk: '#a02318', chilliTint: '#f8e3dd', onChilli: '#ffffff',
  amber: '#c98a04', amberInk: '#7a5200', amberTint: '#f9ecc8',
  training: '#74387a', trainingSoft: '#8f5296', trainingInk: '#6b3371', trainingTint: '#f1e3f1', onTraining: '#ffffff',
  veil: 'rgba(20, 28, 32, 0.52)', overlayShadow: '0 12px 40px rgba(24, 32, 36, 0.22)',
};

const dark: Palette = {
  paper: '#14191b', surface: '#1b2225', raised: '#232c30', sunken: '#0f1315',
  ink: '#f0ebdf', inkSoft: '#c3c8c4', inkFaint: '#a0a8a7', line: '#344046', lineStrong: '#7b878b',
  tea: '#7cba7f', teaHover: '#92c994', teaPress: '#68a76c', teaInk: '#9bd19c', teaTint: '#22382a', onTea: '#0c1f10',
  indigo: '#8fabe0', indigoHover: '#a6bdea', indigoInk: '#b4c8f0', indigoTint: '#25324c', onIndigo: '#0e1a31',
  rail: '#101a2e', railRaised: '#1d2b4b', railCurrent: '#2f4677', onRailCurrent: '#f0ebdf', onRail: '#f0ebdf', onRailSoft: '#b3bfd6',
  chilli: '#ef8373', chilliHover: '#f39a8d', chilliInk: '#f5a599', chilliTint: '#46231f', onChilli: '#2b0804',
  amber: '#e2ad3b', amberInk: '#f0c566', amberTint: '#3f3216',
  training: '#7d4484', trainingSoft: '#65356b', trainingInk: '#d9aede', trainingTint: '#3a263d', onTraining: '#ffffff',
  veil: 'rgba(0, 0, 0, 0.64)', overlayShadow: '0 12px 40px rgba(0, 0, 0, 0.6)',
};

export const palettes: Readonly<Record<Scheme, Palette>> = { light, dark };

export interface Measures {
  /** Base text, CSS pixels. */
  readonly text: number;
  readonly textSmall: number;
  readonly textLarge: number;
  readonly textTitle: number;
  /** Height of everything that is pressed or filled in. */
  readonly target: number;
  /** Height of a secondary control (a pill, a tag that opens something). */
  readonly targetSmall: number;
  readonly row: number;
  /** One step of the 8 px grid in this density. */
  readonly gap: number;
  readonly pad: number;
  readonly bar: number;
  readonly rail: number;
  readonly icon: number;
  readonly weightDigits: number;
}

export const measures: Readonly<Record<Density, Measures>> = {
  desk: {
    text: 20, textSmall: 18, textLarge: 24, textTitle: 30, target: 60, targetSmall: 44, row: 56, gap: 16, pad: 24, bar: 72, rail: 112, icon: 26,
    weightDigits: 160,
  },
  elder: {
    text: 24, textSmall: 22, textLarge: 30, textTitle: 36, target: 72, targetSmall: 56, row: 72, gap: 16, pad: 24, bar: 80, rail: 128, icon: 30,
    weightDigits: 200,
  },
  office: {
    text: 14, textSmall: 13, textLarge: 16, textTitle: 20, target: 32, targetSmall: 28, row: 36, gap: 8, pad: 16, bar: 48, rail: 152, icon: 18,
    weightDigits: 96,
  },
};

/** The one radius of the house, in CSS pixels. */
export const radius = 6;

export const fontFamily = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
