import type { BusinessDate } from '../../domain/business-date.ts';
import type { CertificateKind } from '../../domain/certified-premium.ts';
import type { TermRow } from '../../domain/deduction-terms.ts';
import type { Grams } from '../../domain/mass.ts';
import type { Fen } from '../../domain/money.ts';
import type { PriceE4 } from '../../domain/price.ts';
import type { DiscountActs } from '../../domain/price-discount.ts';
import type { SlipCopy } from './small-slip.ts';

/** One weighing as printed. A count of containers is printed beside its tare. */
export interface ReceiptBasket {
  readonly sequence: number;
  readonly grossGrams: Grams;
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
  readonly tareMethod: 'none' | 'container' | 'typed' | 'weighed';
  /** The weight was typed by hand, not read from the scale: marked for ever. */
  readonly typed: boolean;
}

interface ReceiptCut {
  /** Shown name, already in the language of the paper (`扣水`). */
  readonly name: string;
  /** Percentages as measured and agreed, decimals kept. */
  readonly measured: string;
  readonly base: string;
  readonly method: 'step_table' | 'interpolated' | 'dry_matter';
  /** The table it was read from; empty where it is not known any more. */
  readonly rows: readonly TermRow[];
}

/** What was taken off the weight. */
export interface ReceiptDeduction extends ReceiptCut {
  readonly takenGrams: Grams;
}

/** What lowered the price. */
export interface ReceiptDiscount extends ReceiptCut {
  readonly acts: DiscountActs;
  readonly priceBeforeE4: PriceE4;
  readonly priceAfterE4: PriceE4;
}

/** One priced line; grams and amount as computed when the ticket was posted. */
export interface ReceiptLine {
  readonly productName: string;
  readonly gradeName: string;
  /** 1 is the best of `gradeCount` grades; drawn as stars for people who read little. */
  readonly gradeRank?: number;
  readonly gradeCount?: number;
  readonly gradeOverridden: boolean;
  readonly schemeName: string;
  readonly schemeVersion: string;
  readonly priceVersion: string;
  readonly priceE4: PriceE4;
  /** The unit people traded in; its price is printed first. */
  readonly tradedUnit: 'kg' | 'jin';
  readonly netGrams: Grams;
  /** In the order in which they act and are printed. */
  readonly deductions: readonly ReceiptDeduction[];
  readonly discounts: readonly ReceiptDiscount[];
  /** Each acts on what the one before left. */
  readonly inTurn: boolean;
  /** Version of the published terms. */
  readonly termsVersion: number | null;
  /** Grams after deductions, which were priced. */
  readonly settlementGrams: Grams;
  readonly amountFen: Fen;
  readonly consignment?: boolean;
  /** Whose goods these are, where several own the ticket and the line is not all of theirs. */
  readonly owners?: readonly string[];
  /** The line came under a contract, or ran beyond its quota. */
  readonly contract?: { readonly part: 'inside' | 'beyond'; readonly number: string; readonly boardE4: PriceE4; readonly floorE4: PriceE4 };
  /** Certified goods: what the price was before, and what the certificate added. */
  readonly premium?: { readonly kind: CertificateKind; readonly number: string; readonly baseE4: PriceE4; readonly premiumE4: PriceE4 };
}

export interface ReceiptOwner {
  readonly code: string;
  readonly name: string;
  /** As stored: parts, hundredths of a percent or net grams; read with all owners together. */
  readonly share: number;
  readonly settlementGrams: Grams;
  readonly amountFen: Fen;
  /** What the split gave more (or less) than these grams alone are worth. */
  readonly splitRoundingFen: Fen;
}

/** Everything a weigh slip shows, as stored with the posted ticket. Money in fen, mass in grams, moments in UTC milliseconds. */
export interface TicketReceiptData {
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly stationPhone?: string;
  readonly number: string;
  readonly businessDate: BusinessDate;
  readonly postedAt: number;
  readonly training: boolean;
  readonly member: { readonly code: string; readonly name: string; readonly groupName?: string; readonly partyKind: 'member' | 'non_member' };
  /** More than one owner is listed with share and amount. */
  readonly owners: readonly ReceiptOwner[];
  readonly productName: string;
  readonly baskets: readonly ReceiptBasket[];
  readonly netGrams: Grams;
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
  readonly lines: readonly ReceiptLine[];
  readonly totalFen: Fen;
  /** What the member still owes, by kind; printed where there is any. */
  readonly debts?: readonly { readonly name: string; readonly fen: Fen }[];
  /** What else the slip says: the page of the paper book, crates that came and went. */
  readonly remarks?: readonly { readonly label: string; readonly value: string }[];
  readonly clerkName: string;
  readonly graderName?: string;
  /** A reversal carries negative weights and amounts, the number with `-R`, and says why and who agreed. */
  readonly reversal?: { readonly originalNumber: string; readonly reason: string; readonly approverName: string };
  /** The ticket replaces a reversed one: old and new figures stand side by side. */
  readonly correction?: { readonly originalNumber: string; readonly netGrams: Grams; readonly totalFen: Fen };
  /** Hash of the device's last event, hexadecimal. */
  readonly chainHead: string | null;
  readonly qrText: string;
}

export interface TicketReceiptOptions {
  readonly maskName: boolean;
  readonly part?: 'member' | 'station' | 'accountant';
  /** Set on every print after the first. */
  readonly copy?: SlipCopy;
  /** Open the cash drawer with this slip. */
  readonly drawer?: boolean;
}
