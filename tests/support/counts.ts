/**
 * How many cases each kind of test runs: the short column in `npm test`, the long one in `npm run test:long`.
 */
const table = {
  /** Runs of one fast-check property. */
  propertyRuns: { short: 100, long: 5_000 },
  /** Runs of a property that is slow by itself (key derivation, a whole database). */
  slowPropertyRuns: { short: 5, long: 100 },
  /** Kills of the core process while it posts, reverses and settles. */
  crashKills: { short: 30, long: 200 },
  /** Kills of the core process while a slip is on its way to the printer. */
  spoolKills: { short: 12, long: 200 },
  /** Kills of the core process while the statements of a batch are drawn, and as many while they are written into a file. */
  statementKills: { short: 3, long: 60 },
  /** Random cuts of a copied database and its log, as after a loss of power. */
  powerLossCuts: { short: 20, long: 500 },
  /** Deliveries of random goods, owners and deductions through the contract, each computed a second time. */
  scriptedIntakes: { short: 1_000, long: 10_000 },
  /** Awkward texts, each in every field of every slip. */
  awkwardTexts: { short: 40, long: 500 },
  /** Random streams of 10,000 bytes into each scale decoder: two and fifty millions. */
  noiseStreams: { short: 200, long: 5_000 },
  /** Frames of each scale protocol, some of them damaged. */
  damagedFrames: { short: 60_000, long: 1_000_000 },
  /** Awkward texts in every field of every label. */
  awkwardLabels: { short: 40, long: 500 },
  /** Samples of one member's goods that were used up before the one that still binds. */
  usedSamples: { short: 12, long: 400 },
} as const;

const column = process.env['TEST_LONG'] === '1' ? 'long' : 'short';

/** The counts of this run. */
export const counts: { readonly [name in keyof typeof table]: number } = {
  propertyRuns: table.propertyRuns[column],
  slowPropertyRuns: table.slowPropertyRuns[column],
  crashKills: table.crashKills[column],
  spoolKills: table.spoolKills[column],
  statementKills: table.statementKills[column],
  powerLossCuts: table.powerLossCuts[column],
  scriptedIntakes: table.scriptedIntakes[column],
  awkwardTexts: table.awkwardTexts[column],
  noiseStreams: table.noiseStreams[column],
  damagedFrames: table.damagedFrames[column],
  awkwardLabels: table.awkwardLabels[column],
  usedSamples: table.usedSamples[column],
};
