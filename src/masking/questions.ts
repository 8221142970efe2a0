/**
 * What was asked, as far as a headline repeats it: the steps of the list abilities fit these forms.
 * Days are YYYY-MM-DD and inclusive, amounts are in major units.
 */
export interface Period {
  from?: string;
  to?: string;
}

export interface CountedQuestion extends Period {
  limit?: number;
}

export interface ChargesQuestion extends CountedQuestion {
  status?: 'succeeded' | 'pending' | 'failed' | 'refunded' | 'disputed';
  currency?: string;
  min_amount?: number;
  max_amount?: number;
  charge?: string;
  card_last4?: string;
}

export interface CouponsQuestion extends CountedQuestion {
  valid?: boolean;
  code?: string;
}
