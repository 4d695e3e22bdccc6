export type PinProblem = 'pin_not_digits' | 'pin_too_short' | 'pin_too_long' | 'pin_all_equal' | 'pin_in_a_row';

/** Why this PIN may not be chosen, or null. 4 to 8 digits, not all equal, not 1234 or 9876 (0 follows 9). */
export function pinProblem(pin: string): PinProblem | null {
  const digits = plainDigits(pin);
  if (!/^\d*$/.test(digits)) return 'pin_not_digits';
  if (digits.length < 4) return 'pin_too_short';
  if (digits.length > 8) return 'pin_too_long';
  const steps = [...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  if (steps.every((step) => step === 0)) return 'pin_all_equal';
  return steps.every((step) => step === 1) || steps.every((step) => step === 9) ? 'pin_in_a_row' : null;
}

/** Full-width digits of an input method are the digits they look like. */
export function plainDigits(pin: string): string {
  return pin.normalize('NFKC');
}
