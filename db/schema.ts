import type { Generated } from 'kysely';

/** The tables as the migrations leave them; a test compares the two column by column. */

export interface FolderRow {
  id: Generated<number>;
  ulid: string;
  kind: string;
  created_at: number;
  recovery_wrap: string | null;
}

export interface DeviceRow {
  id: Generated<number>;
  ulid: string;
  station_code: string;
  desk_letter: string;
  public_key: string;
  sealed_key: string;
  origin: string;
  begun_at: number;
}

export interface EventRow {
  device: string;
  seq: number;
  prev: string;
  at: number;
  clock: string;
  user: string | null;
  type: string;
  doc_type: string;
  doc_id: string;
  doc_hash: string;
  payload: string;
  hash: string;
}

export interface SealRow {
  id: Generated<number>;
  device: string;
  seq: number;
  hash: string;
  at: number;
  business_date: string;
  signature: string;
}

export interface DocumentRow {
  id: Generated<number>;
  ulid: string;
  type: string;
  number: string;
  reverses_id: number | null;
  replaces_id: number | null;
  station_code: string;
  desk_letter: string;
  device: string;
  business_date: string;
  posted_at: number;
  clock: string;
  posted_by: number;
  approved_by: number | null;
  reason: string | null;
}

export interface TransitionRow {
  id: Generated<number>;
  document_id: number;
  ordinal: number;
  state: string;
  at: number;
  user_id: number;
  approved_by: number | null;
  reason: string | null;
}

export interface NumberCounterRow {
  desk: string;
  kind: string;
  year: number;
  last: number;
}

export interface CommandLogRow {
  command_id: string;
  op: string;
  input_hash: string;
  reply: string;
  at: number;
  user_id: number | null;
}

export interface AuditRow {
  id: Generated<number>;
  at: number;
  user_id: number | null;
  op: string;
  outcome: string;
  code: string | null;
  command_id: string | null;
  correlation_id: string | null;
}

export interface MasterVersionRow {
  id: Generated<number>;
  entity: string;
  entity_ulid: string;
  version: number;
  at: number;
  user_id: number | null;
  payload: string;
}

export interface CountersignRow {
  document_id: number;
  op: string;
  requested_by: number;
  due_date: string;
}

export interface CooperativeRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  name: string;
  credit_code: string | null;
  phone: string | null;
  address: string | null;
}

export interface StationRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  code: string;
  name: string;
  village: string | null;
}

export interface DeskRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  station_id: number;
  letter: string;
  name: string;
}

export interface UserRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  login: string;
  name: string;
  role: string;
  pin_hash: string;
  active: number;
  locale: string;
  density: string;
}

export interface PinAttemptRow {
  user_id: number;
  failures: number;
  locked_until: number;
}

export interface MemberRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  code: string;
  name: string;
  nickname: string | null;
  house_group: string | null;
  kind: string;
  status: string;
  pinyin: string;
  initials: string;
  phone_sealed: string | null;
  phone_hash: string | null;
  phone_tail_hash: string | null;
  phone_masked: string | null;
  resident_sealed: string | null;
  resident_hash: string | null;
  resident_tail_hash: string | null;
  resident_masked: string | null;
  birth_date: string | null;
  own_grown: number;
  note: string | null;
  left_reason: string | null;
}

export interface PayeeRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  member_id: number;
  name: string;
  channel: string;
  active: number;
}

export interface PayeeAccountRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  payee_id: number;
  bank_name: string;
  cnaps_code: string | null;
  kind: string;
  account_sealed: string;
  account_hash: string;
  account_masked: string;
  active: number;
}

export interface ProductRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  code: string;
  name_zh: string;
  name_en: string;
  lot_prefix: string;
  mode: string;
  cycle: string;
  traded_unit: string;
  resolution_g: number;
  loss_tolerance_bp: number;
  active: number;
}

export interface SchemeRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  product_id: number;
  number: number;
  title_zh: string;
  title_en: string;
  definition: string;
  valid_from: number;
  valid_to: number | null;
  parent_id: number | null;
  reason: string | null;
  resolution: string | null;
  confirmed: number;
}

export interface ContainerRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  name_zh: string;
  name_en: string;
  tare_g: number;
  active: number;
  returnable: number;
  deposit_fen: number;
}

export interface PlaceRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  code: string;
  name_zh: string;
  name_en: string;
}

export interface CashBoxRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  name: string;
  day_limit_fen: number;
}

export interface SettingRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  key: string;
  value: string;
}

export interface AccountRow {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
  kind: string;
}

export interface AccountRoleRow {
  role: string;
  account_id: number;
}

export interface PriceSheetRow {
  document_id: number;
  effective_from: number;
  note: string | null;
}

export interface FarmContractRow {
  document_id: number;
  series_id: number;
  member_id: number;
  product_id: number;
  grade: string | null;
  valid_from: string;
  valid_to: string;
  quota_g: number;
  floor_e4: number;
  paper_no: string | null;
  signed_on: string;
  note: string | null;
}

export interface MemberCertificateRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  member_id: number;
  product_id: number | null;
  kind: string;
  number: string;
  valid_from: string;
  valid_to: string;
  active: number;
}

export interface PricePremiumRow {
  id: Generated<number>;
  ulid: string;
  document_id: number;
  product_id: number;
  kind: string;
  premium_e4: number;
  effective_from: number;
}

export interface TicketLineTermsRow {
  document_id: number;
  line_no: number;
  board_e4: number;
  base_e4: number;
  contract_id: number | null;
  floor_e4: number | null;
  certificate_id: number | null;
  certificate_kind: string | null;
  certificate_no: string | null;
  premium_id: number | null;
  premium_e4: number;
}

export interface PriceRow {
  id: Generated<number>;
  ulid: string;
  document_id: number;
  product_id: number;
  grade: string;
  quota_part: string;
  price_e4: number;
  effective_from: number;
}

export interface ReadingRow {
  id: Generated<number>;
  ulid: string;
  scale_id: string;
  scale_name: string;
  port: string;
  protocol: string;
  raw: string;
  value: string;
  unit: string;
  grams: number;
  sub_gram: number;
  stable_rule: string;
  net: number | null;
  at: number;
  monotonic: number;
  clock: string;
  device: string;
  simulated: number;
}

export interface ScaleBookEntryRow {
  document_id: number;
  scale_id: string;
  scale_name: string;
  kind: string;
  nominal_g: number | null;
  shown_g: number | null;
  typed: number | null;
  interval_g: number | null;
  tolerance_g: number | null;
  passed: number | null;
  certificate_no: string | null;
  issued_by: string | null;
  accuracy_class: string | null;
  verified_on: string | null;
  due_on: string | null;
}

export interface ScaleBookReadingRow {
  document_id: number;
  port: string;
  protocol: string;
  raw: string;
  value: string;
  unit: string;
  grams: number;
  sub_gram: number;
  stable_rule: string;
  net: number | null;
  at: number;
  monotonic: number;
  clock: string;
  device: string;
  simulated: number;
}

/** A reading of a load that stood on since an earlier one, the first, after its digit moved; only one of them may stand on tickets. */
export interface ReadingAgainRow {
  reading_id: number;
  first_id: number;
}

export interface TicketRow {
  document_id: number;
  draft_ulid: string;
  product_id: number;
  scheme_id: number | null;
  mode: string;
  party_kind: string;
  gross_g: number;
  tare_g: number;
  net_g: number;
  returned_g: number;
  sorting_loss_g: number;
  settlement_g: number;
  total_fen: number;
  typed: number;
  overridden: number;
  baskets: number;
  paper_no: string | null;
  note: string | null;
}

export interface TicketOwnerRow {
  document_id: number;
  owner_no: number;
  member_id: number;
  payee_id: number;
  party_kind: string;
  share: number;
}

export interface WeighingRow {
  document_id: number;
  basket_no: number;
  pass: string;
  gross_g: number;
  tare_g: number;
  net_g: number;
  tare_method: string;
  container_id: number | null;
  container_count: number;
  gross_reading_id: number | null;
  tare_reading_id: number | null;
  typed: number;
  typed_reason: string | null;
  typed_by: number | null;
}

export interface TicketMeasureRow {
  document_id: number;
  attribute: string;
  value: string;
  source: string;
}

export interface TicketLineRow {
  document_id: number;
  line_no: number;
  product_id: number;
  grade: string;
  proposed_grade: string | null;
  proposal: string;
  override_reason: string | null;
  graded_by: number;
  price_id: number;
  quota_part: string;
  mode: string;
  net_g: number;
  deduction_bp: number;
  settlement_g: number;
  price_e4: number;
  amount_fen: number;
  lot_id: number | null;
}

export interface TicketDeductionRow {
  document_id: number;
  line_no: number;
  ordinal: number;
  factor: string;
  method: string;
  measured: string;
  base: string;
  step: string | null;
  per_step_bp: number | null;
  deduction_bp: number | null;
  taken_g: number;
}

export interface PayableRow {
  id: Generated<number>;
  ulid: string;
  document_id: number;
  line_no: number;
  owner_no: number;
  kind: string;
  payee_id: number;
  member_id: number;
  party_kind: string;
  product_id: number;
  business_date: string;
  settlement_g: number;
  amount_fen: number;
}

export interface PayableVoidRow {
  payable_id: number;
  document_id: number;
}

export interface LotRow {
  id: Generated<number>;
  ulid: string;
  code: string;
  document_id: number;
  product_id: number;
  grade: string;
  business_date: string;
}

export interface MovementRow {
  document_id: number;
  ordinal: number;
  lot_id: number;
  place_from: number | null;
  place_to: number | null;
  owner: string;
  grams: number;
  count: number | null;
  reason: string;
}

export interface StockRow {
  lot_id: number;
  place_id: number;
  owner: string;
  grams: number;
  count: number | null;
}

export interface JournalLineRow {
  document_id: number;
  line_no: number;
  account_id: number;
  member_id: number | null;
  open_item_id: number | null;
  debit_fen: number;
  credit_fen: number;
}

export interface DebtRow {
  document_id: number;
  kind: string;
  payee_id: number;
  member_id: number;
  party_kind: string;
  amount_fen: number;
  goods: string | null;
  consent: string;
}

export interface OpenItemRow {
  document_id: number;
  kind: string;
  payee_id: number;
  member_id: number;
  party_kind: string;
  business_date: string;
  original_fen: number;
  left_fen: number;
}

export interface CashLineRow {
  document_id: number;
  line_no: number;
  cash_box_id: number;
  purpose: string;
  amount_fen: number;
  note: string | null;
}

export interface CashBalanceRow {
  cash_box_id: number;
  balance_fen: number;
}

export interface SettlementBatchRow {
  document_id: number;
  title: string;
  date_from: string;
  date_to: string;
  mode: string;
  product_id: number | null;
  payee_id: number | null;
  ticket_id: number | null;
  cap_bp: number;
}

export interface SettlementRunRow {
  id: Generated<number>;
  ulid: string;
  document_id: number;
  state: string;
  started_at: number;
  started_by: number;
  next_chunk: number;
  last_payee_id: number;
  payees: number;
}

export interface RunChunkRow {
  run_id: number;
  chunk_no: number;
  digest: string;
  settlements: number;
  gross_fen: number;
  recovered_fen: number;
  paid_fen: number;
}

export interface RunPostedRow {
  run_id: number;
  document_id: number;
  at: number;
  business_date: string;
  station_code: string;
  desk_letter: string;
  first_number: number;
  settlements: number;
  gross_fen: number;
  recovered_fen: number;
  paid_fen: number;
  digest: string;
}

export interface SettlementRow {
  id: Generated<number>;
  ulid: string;
  run_id: number;
  ordinal: number;
  payee_id: number;
  member_id: number;
  party_kind: string;
  tickets: number;
  gross_fen: number;
  recovered_fen: number;
  paid_fen: number;
}

export interface SettlementLineRow {
  settlement_id: number;
  line_no: number;
  run_id: number;
  payable_id: number;
  amount_fen: number;
}

export interface SettlementRecoveryRow {
  settlement_id: number;
  ordinal: number;
  run_id: number;
  open_item_id: number;
  amount_fen: number;
  left_fen: number;
}

export interface ClaimRow {
  payable_id: number;
  run_id: number;
  settlement_id: number;
}

export interface PayoutRow {
  document_id: number;
  batch_id: number;
  method: string;
  cash_box_id: number | null;
  total_fen: number;
  lines: number;
}

export interface PayoutLineRow {
  document_id: number;
  line_no: number;
  settlement_id: number;
  payee_id: number;
  account_id: number | null;
  amount_fen: number;
}

export interface PayoutClaimRow {
  settlement_id: number;
  document_id: number;
}

/** Cash a member paid in against a debt; of its reversal below zero. */
export interface DebtRepaymentRow {
  document_id: number;
  debt_id: number;
  /** Fen. */
  amount_fen: number;
}

/** Money of one settlement that came back after a payout: it is owed again. */
export interface PayoutReturnRow {
  document_id: number;
  payout_id: number;
  settlement_id: number;
  /** Fen. */
  amount_fen: number;
}

/** A settlement whose payment was held back for good: its amount is owed anew by the document's payable, and it is never paid itself. */
export interface SettlementReleaseRow {
  document_id: number;
  settlement_id: number;
  batch_id: number;
  /** Fen. */
  amount_fen: number;
}

export interface SettlementRoleRow {
  document_id: number;
  device: string;
  previous_device: string | null;
}

export interface ClockCorrectionRow {
  document_id: number;
  finding: string;
  clock_said: number;
  last_event_at: number;
}

export interface IncarnationRow {
  document_id: number;
  device: string;
  previous_device: string | null;
  previous_seq: number | null;
  previous_hash: string | null;
  cause: string;
  backup_name: string | null;
}

export interface DraftRow {
  ulid: string;
  kind: string;
  desk_letter: string;
  user_id: number;
  state: string;
  label: string;
  payload: string;
  revision: number;
  updated_at: number;
}

export interface DraftGoneRow {
  ulid: string;
  at: number;
}

export interface PhotoRow {
  id: Generated<number>;
  ulid: string;
  draft_ulid: string;
  step: string;
  taken_at: number;
  taken_by: number;
  device: string;
  bytes: number;
  sha256: string;
  file_sha256: string;
}

export interface TicketPhotoRow {
  id: Generated<number>;
  document_id: number;
  ordinal: number;
  ulid: string;
  step: string;
  taken_at: number;
  taken_by: number;
  device: string;
  bytes: number;
  sha256: string;
  file_sha256: string;
}

export interface PrintJobRow {
  id: Generated<number>;
  ulid: string;
  document_id: number | null;
  settlement_id: number | null;
  lot_id: number | null;
  paper: string;
  locale: string;
  layout_version: number;
  copy_no: number;
  printer_id: string | null;
  state: string;
  attempts: number;
  last_error: string | null;
  created_at: number;
  created_by: number;
  next_at: number;
  sent_at: number | null;
  bytes: number | null;
}

export interface KeptPaperRow {
  id: Generated<number>;
  ulid: string;
  print_job_id: number | null;
  document_id: number | null;
  settlement_id: number | null;
  lot_id: number | null;
  paper: string;
  format: string;
  locale: string;
  layout_version: number;
  sha256: string;
  sealed: number;
  bytes: Uint8Array;
  at: number;
  user_id: number;
  signature: string | null;
}

export interface KeptSlipRow {
  kept_paper_id: number;
  looks_version: number;
  profile: string;
  slip: string;
  copy_at: number | null;
}

export interface KeptLabelRow {
  kept_paper_id: number;
  labels: string;
}

export interface KeptBoxesRow {
  kept_paper_id: number;
  code_points: string;
}

export interface WeighingGradeRow {
  document_id: number;
  basket_no: number;
  grade: string;
}

export interface KeptSetupRow {
  kept_paper_id: number;
  setup: string;
}

export interface PrintDoubtRow {
  print_job_id: number;
  at: number;
}

export interface BackupNoteRow {
  id: Generated<number>;
  at: number;
  name: string;
  place: string;
  sha256: string;
  bytes: number;
  verified: number;
}

export interface OutboxRow {
  id: Generated<number>;
  ulid: string;
  topic: string;
  payload: string;
  state: string;
  attempts: number;
  last_error: string | null;
  created_at: number;
  next_at: number;
}

export interface QueueNumberRow {
  id: Generated<number>;
  ulid: string;
  business_date: string;
  desk_letter: string;
  number: number;
  member_id: number | null;
  product_id: number | null;
  state: string;
  taken_at: number;
  taken_by: number;
  called_at: number | null;
  ended_at: number | null;
}

export interface QueueSlipRow {
  print_job_id: number;
  queue_id: number;
}

export interface PrinterPauseRow {
  printer_id: string;
  at: number;
  user_id: number;
}

export interface SheetRow {
  id: Generated<number>;
  ulid: string;
  kind: string;
  subject: string;
  language: string;
  size: string;
  data_hash: string;
  layout_version: number;
  page_sha256: string;
  page: Uint8Array;
  pdf_sha256: string;
  pdf: Uint8Array;
  signature: string | null;
}

export interface SheetPrintRow {
  sheet_id: number;
  copy_no: number;
  at: number;
  user_id: number;
  signature: string | null;
}

export interface SheetJobRow {
  print_job_id: number;
  sheet_id: number;
  copy_no: number;
}

export interface SheetCopyRow {
  sheet_id: number;
  copy_no: number;
  pdf_sha256: string;
  pdf: Uint8Array;
}

export interface TicketReturnRow {
  document_id: number;
  ordinal: number;
  grams: number;
  reason: string;
}

export interface TicketPaperRow {
  document_id: number;
  page: string;
  written_at: number | null;
  late_reason: string | null;
}

export interface CrateLineRow {
  document_id: number;
  line_no: number;
  member_id: number;
  container_id: number;
  out_count: number;
  in_count: number;
  deposit_fen: number;
  reason: string;
}

export interface SampleBindingRow {
  product_id: number;
  member_id: number;
  sample_id: number;
}

export interface CrateBalanceRow {
  member_id: number;
  container_id: number;
  count: number;
  deposit_fen: number;
}

export interface SampleLabelRow {
  print_job_id: number;
  sample_id: number;
}

export interface LabelOrderRow {
  print_job_id: number;
  code: string;
  member_id: number | null;
  container_id: number | null;
  lot_id: number | null;
  first_no: number;
  count: number;
  copies: string | null;
  receiver: string | null;
  phone_masked: string | null;
  address: string | null;
  contents: string | null;
}

export interface PhotoAsideRow {
  ulid: string;
  found_at: number;
  bytes: number;
}

export interface GradeWordRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  product_id: number;
  word: string;
  grade: string | null;
  attribute: string | null;
  value: string | null;
  note: string | null;
  active: number;
}

export interface SampleRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  code: string;
  draft_ulid: string;
  product_id: number;
  scheme_id: number | null;
  place: string;
  keep_until: string;
  state: string;
  note: string | null;
  taken_at: number;
  business_date: string;
  members: string;
  grade: string | null;
  measures: string | null;
  reason: string | null;
  graded_by: number | null;
  graded_at: number | null;
  withdrawn_at: number | null;
  withdrawn_by: number | null;
  withdrawal_approved_by: number | null;
  withdrawal_reason: string | null;
}

export interface GradeMachineRow {
  id: Generated<number>;
  ulid: string;
  version: number;
  name: string;
  secret_hash: string;
  active: number;
}

export interface MachineProposalRow {
  draft_ulid: string;
  product_id: number;
  members: string;
  machine_ulid: string;
  proposed_by: number;
  machine: string;
  grade: string;
  confidence_bp: number | null;
  measures: string;
  at: number;
}

export interface TicketMachineRow {
  document_id: number;
  machine_ulid: string;
  proposed_by: number;
  machine: string;
  grade: string;
  confidence_bp: number | null;
  measures: string;
  at: number;
}

export interface TicketMeasureNoteRow {
  document_id: number;
  attribute: string;
  device: string | null;
  implausible: number;
}

export interface TicketWordRow {
  document_id: number;
  word: string;
}

export interface TicketSampleRow {
  document_id: number;
  code: string;
}

export interface DeductionTermsRow {
  document_id: number;
  product_id: number;
  number: number;
  effective_from: number;
  replaces_coming: number;
  rule: string;
  terms: string;
  reason: string;
}

export interface TicketDeductionTermsRow {
  document_id: number;
  line_no: number;
  terms_id: number;
}

export interface TicketDiscountRow {
  document_id: number;
  line_no: number;
  ordinal: number;
  factor: string;
  acts: string;
  method: string;
  measured: string;
  base: string;
  takes: number;
  price_before_e4: number;
  price_after_e4: number;
}

export interface Tables {
  folder: FolderRow;
  device: DeviceRow;
  event: EventRow;
  seal: SealRow;
  document: DocumentRow;
  transition: TransitionRow;
  number_counter: NumberCounterRow;
  command_log: CommandLogRow;
  audit: AuditRow;
  master_version: MasterVersionRow;
  countersign: CountersignRow;
  cooperative: CooperativeRow;
  station: StationRow;
  desk: DeskRow;
  user: UserRow;
  pin_attempt: PinAttemptRow;
  member: MemberRow;
  payee: PayeeRow;
  payee_account: PayeeAccountRow;
  product: ProductRow;
  scheme: SchemeRow;
  container: ContainerRow;
  place: PlaceRow;
  cash_box: CashBoxRow;
  setting: SettingRow;
  account: AccountRow;
  account_role: AccountRoleRow;
  price_sheet: PriceSheetRow;
  price: PriceRow;
  farm_contract: FarmContractRow;
  member_certificate: MemberCertificateRow;
  price_premium: PricePremiumRow;
  ticket_line_terms: TicketLineTermsRow;
  reading: ReadingRow;
  scale_book_entry: ScaleBookEntryRow;
  scale_book_reading: ScaleBookReadingRow;
  reading_again: ReadingAgainRow;
  ticket: TicketRow;
  ticket_owner: TicketOwnerRow;
  weighing: WeighingRow;
  ticket_measure: TicketMeasureRow;
  ticket_line: TicketLineRow;
  ticket_deduction: TicketDeductionRow;
  payable: PayableRow;
  payable_void: PayableVoidRow;
  lot: LotRow;
  movement: MovementRow;
  stock: StockRow;
  journal_line: JournalLineRow;
  debt: DebtRow;
  open_item: OpenItemRow;
  cash_line: CashLineRow;
  cash_balance: CashBalanceRow;
  settlement_batch: SettlementBatchRow;
  settlement_run: SettlementRunRow;
  run_chunk: RunChunkRow;
  run_posted: RunPostedRow;
  settlement: SettlementRow;
  settlement_line: SettlementLineRow;
  settlement_recovery: SettlementRecoveryRow;
  claim: ClaimRow;
  payout: PayoutRow;
  payout_line: PayoutLineRow;
  payout_claim: PayoutClaimRow;
  debt_repayment: DebtRepaymentRow;
  payout_return: PayoutReturnRow;
  settlement_release: SettlementReleaseRow;
  settlement_role: SettlementRoleRow;
  clock_correction: ClockCorrectionRow;
  incarnation: IncarnationRow;
  draft: DraftRow;
  draft_gone: DraftGoneRow;
  photo: PhotoRow;
  ticket_photo: TicketPhotoRow;
  photo_aside: PhotoAsideRow;
  sample_label: SampleLabelRow;
  label_order: LabelOrderRow;
  grade_word: GradeWordRow;
  sample: SampleRow;
  grade_machine: GradeMachineRow;
  machine_proposal: MachineProposalRow;
  ticket_machine: TicketMachineRow;
  ticket_measure_note: TicketMeasureNoteRow;
  ticket_word: TicketWordRow;
  ticket_sample: TicketSampleRow;
  deduction_terms: DeductionTermsRow;
  ticket_deduction_terms: TicketDeductionTermsRow;
  ticket_discount: TicketDiscountRow;
  print_job: PrintJobRow;
  kept_paper: KeptPaperRow;
  kept_slip: KeptSlipRow;
  kept_label: KeptLabelRow;
  kept_boxes: KeptBoxesRow;
  weighing_grade: WeighingGradeRow;
  kept_setup: KeptSetupRow;
  print_doubt: PrintDoubtRow;
  backup_note: BackupNoteRow;
  outbox: OutboxRow;
  queue_number: QueueNumberRow;
  queue_slip: QueueSlipRow;
  printer_pause: PrinterPauseRow;
  sheet: SheetRow;
  sheet_print: SheetPrintRow;
  sheet_job: SheetJobRow;
  sheet_copy: SheetCopyRow;
  ticket_return: TicketReturnRow;
  ticket_paper: TicketPaperRow;
  crate_line: CrateLineRow;
  crate_balance: CrateBalanceRow;
  sample_binding: SampleBindingRow;
}
