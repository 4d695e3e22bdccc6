import type { FieldReader } from './json-shape.ts';
import type { Confidence, Grade, GradeAttribute, GradeCriterion, GradeScheme } from './grade.ts';
import { decimalText, digitsAtScale, requireDecimal } from './decimal.ts';
import { alternativeGrades } from './scheme-alternative.ts';
import { readFields } from './json-shape.ts';
import { RuleError, toSafeNumber } from './rule-error.ts';

/** Terms for a deduction as a product proposes them; a contract may change them. */
export interface DeductionTerms {
  readonly factor: string;
  readonly method: 'step_table' | 'dry_matter';
  readonly basePct: string;
  /** Null for dry matter. */
  readonly stepPct: string | null;
  readonly perStepBp: number | null;
  readonly rejectAbovePct: string | null;
  readonly confidence: Confidence | null;
}

/** A product with the schemes it may be graded by; the first scheme is the one offered. */
export interface ProductDefinition {
  readonly code: string;
  /** Code of the product this one is a variant of. */
  readonly variantOf: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly seedNames: readonly string[];
  readonly intakeForm: string;
  readonly lotCodePrefix: string;
  readonly giNumber: string | null;
  readonly giYear: number | null;
  readonly deductions: readonly DeductionTerms[];
  readonly packaging: string;
  readonly storage: string;
  readonly shelfLifeDays: number;
  readonly standards: readonly { readonly number: string; readonly titleZh: string; readonly existence: string; readonly thresholdUse: string }[];
  readonly schemes: readonly GradeScheme[];
}

/** The scheme file: a version and its products, variants after the product they belong to. */
export interface SchemeFile {
  readonly version: string;
  readonly products: readonly ProductDefinition[];
}

const ENUM_UNIT = /^enum ([a-z0-9_|]+)$/;

function optionalText(input: FieldReader, name: string): string | null {
  return input.has(name) ? input.text(name) : null;
}

function optionalObjects(input: FieldReader, name: string): readonly FieldReader[] {
  return input.has(name) ? input.objects(name) : [];
}

/** A figure as decimal text; JSON numbers of the file are short enough to be written back as they stood. */
function decimalOf(input: FieldReader, name: string): string {
  const value = input.value(name);
  if (typeof value !== 'number' && typeof value !== 'string') throw new RuleError('not_a_decimal', `${input.at}.${name}`);
  const { digits, scale } = requireDecimal(String(value), `${input.at}.${name}`);
  return decimalText(digits, scale);
}

function readAttribute(input: FieldReader): GradeAttribute {
  const type = input.text('type');
  if (type !== 'number' && type !== 'enum' && type !== 'bool' && type !== 'date') throw new RuleError('unknown_kind', `${input.at}.type`);
  const unit = input.text('unit');
  const choices = ENUM_UNIT.exec(unit)?.[1]?.split('|') ?? [];
  if (type === 'enum' && choices.length === 0) throw new RuleError('missing', `${input.at}.unit`);
  return {
    id: input.text('id'),
    nameZh: input.text('name_zh'),
    nameEn: input.text('name_en'),
    unit: type === 'number' ? unit : '',
    type,
    choices,
    measuredAt: input.text('measured_at') === 'laboratory' ? 'laboratory' : 'station',
    decimals: input.has('decimals') ? input.integer('decimals') : null,
    method: optionalText(input, 'method'),
    ...(input.has('plausible_min') || input.has('plausible_max') ? { plausible: { min: input.has('plausible_min') ? decimalOf(input, 'plausible_min') : null, max: input.has('plausible_max') ? decimalOf(input, 'plausible_max') : null } } : {}),
    ...(input.has('safety') ? { safety: input.flag('safety') } : {}),
  };
}

function equalsOf(input: FieldReader): string | boolean | null {
  if (!input.has('equals')) return null;
  const value = input.value('equals');
  return typeof value === 'boolean' ? value : input.text('equals');
}

function readCriterion(attributes: readonly GradeAttribute[]): (input: FieldReader) => GradeCriterion {
  return (input) => {
    const attr = input.text('attr');
    if (!attributes.some(({ id }) => id === attr)) throw new RuleError('attribute_unknown', `${input.at}.attr`);
    return {
      attr,
      min: input.has('min') ? decimalOf(input, 'min') : null,
      minInclusive: !input.has('min_inclusive') || input.flag('min_inclusive'),
      max: input.has('max') ? decimalOf(input, 'max') : null,
      maxInclusive: input.has('max_inclusive') && input.flag('max_inclusive'),
      equals: equalsOf(input),
      confidence: optionalText(input, 'confidence'),
      note: optionalText(input, 'note'),
    };
  };
}

function readGrade(attributes: readonly GradeAttribute[]): (input: FieldReader) => Grade {
  return (input) => ({
    id: input.text('id'),
    nameZh: input.text('name_zh'),
    nameEn: input.text('name_en'),
    rank: input.integer('rank'),
    sellable: input.flag('sellable'),
    criteria: input.objects('criteria').map(readCriterion(attributes)),
    confidence: input.text('confidence'),
    note: optionalText(input, 'note'),
  });
}

function readSchemes(input: FieldReader): GradeScheme[] {
  const attributes = input.objects('attributes').map(readAttribute);
  const code = input.text('id');
  const main: GradeScheme = {
    code,
    name: null,
    confidence: null,
    attributes,
    baseRequirements: optionalObjects(input, 'base_requirements').map(readCriterion(attributes)),
    grades: input.objects('grades').map(readGrade(attributes)),
  };
  const others = optionalObjects(input, 'alternative_schemes').map((alternative, index): GradeScheme => ({
    ...main,
    code: `${code}-ALT${index + 1}`,
    name: alternative.text('name'),
    confidence: alternative.text('confidence'),
    grades: alternativeGrades(alternative, main),
  }));
  return [main, ...others];
}

/** A percentage with at most two decimals as basis points. */
function basisPointsOf(input: FieldReader, name: string): number {
  const digits = digitsAtScale(requireDecimal(decimalOf(input, name), name), 2);
  if (digits === null) throw new RuleError('not_a_decimal', `${input.at}.${name}`);
  return toSafeNumber(digits, `${input.at}.${name}`);
}

/** Terms for one factor; limits of moisture stand beside the table in the file, because goods are refused by them without one too. */
function readTerm(factor: string, terms: FieldReader, limits: FieldReader | null, confidence: Confidence | null): DeductionTerms {
  const base = terms.has('standard_pct') || limits === null ? terms : limits;
  const shared = {
    factor,
    basePct: decimalOf(base, 'standard_pct'),
    rejectAbovePct: limits !== null && limits.has('reject_above_pct') ? decimalOf(limits, 'reject_above_pct') : null,
    confidence,
  };
  return optionalText(terms, 'method') === 'dry_matter'
    ? { ...shared, method: 'dry_matter', stepPct: null, perStepBp: null }
    : { ...shared, method: 'step_table', stepPct: decimalOf(terms, 'step_pct_points'), perStepBp: basisPointsOf(terms, 'deduct_pct_per_step') };
}

function readTerms(input: FieldReader): DeductionTerms[] {
  if (!input.has('deduction_table')) return [];
  const table = input.object('deduction_table');
  const limits = input.has('moisture') ? input.object('moisture') : null;
  const confidence = optionalText(table, 'confidence');
  return table.names()
    .filter((name) => name !== 'confidence' && name !== 'note' && table.has(name))
    .map((factor) => readTerm(factor, table.object(factor), factor === 'moisture' ? limits : null, confidence));
}

function readStandards(input: FieldReader): ProductDefinition['standards'] {
  return optionalObjects(input, 'standards').map((standard) => ({
    number: standard.text('number'),
    titleZh: standard.text('title_zh'),
    existence: standard.text('existence'),
    thresholdUse: standard.text('threshold_use'),
  }));
}

function readProduct(input: FieldReader): ProductDefinition {
  const gi = input.object('gi');
  return {
    code: input.text('id'),
    variantOf: null,
    nameZh: input.text('name_zh'),
    nameEn: input.text('name_en'),
    seedNames: input.texts('seed_names'),
    intakeForm: input.text('intake_form'),
    lotCodePrefix: input.text('lot_code_prefix'),
    giNumber: optionalText(gi, 'number'),
    giYear: gi.has('year') ? gi.integer('year') : null,
    deductions: readTerms(input),
    packaging: input.object('packaging').text('text'),
    storage: input.object('storage').text('text'),
    shelfLifeDays: input.object('shelf_life_days').integer('value'),
    standards: readStandards(input),
    schemes: readSchemes(input),
  };
}

/** A variant is a product of its own with the keeping and packing of its parent; its place of origin mark is not inherited. */
function readVariant(parent: ProductDefinition): (input: FieldReader) => ProductDefinition {
  return (input) => ({
    ...parent,
    code: input.text('id'),
    variantOf: parent.code,
    nameZh: input.text('name_zh'),
    nameEn: input.text('name_en'),
    seedNames: [],
    giNumber: null,
    giYear: null,
    standards: readStandards(input),
    schemes: readSchemes(input),
  });
}

/**
 * Reads the file of products and grade schemes (`db/seed/grade-schemes.json`) that is offered at the first run. Figures become decimal
 * text; confidence marks are kept. Refuses a file of another shape with the place in `field`, and criteria on unknown attributes.
 */
export function parseSchemeFile(json: unknown): SchemeFile {
  const file = readFields(json);
  const products = file.objects('products').flatMap((input) => {
    const product = readProduct(input);
    return [product, ...optionalObjects(input, 'variants').map(readVariant(product))];
  });
  return { version: file.text('schema_version'), products };
}
