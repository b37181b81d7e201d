/** What answers took, and the limits of that. */
export const spending = {
  open: 'Tokens and cost',
  keywords: 'usage price dollars limit budget spent today',
  title: 'Tokens and cost',
  description:
    'As the providers counted, with every version of every answer, those that you deleted, and titles. Costs are by the price list, in US dollars; the bill is your provider’s.',
  conversation: 'This conversation',
  today: 'Today, all conversations',
  requests: 'Requests',
  tokens: '{count} tokens',
  aboutTokens: 'about {count} tokens',
  unpriced:
    '{unpriced, plural, one {# request went} other {# requests went}} to a model without a known price, and {unpriced, plural, one {is} other {are}} missing from the cost.',
  estimate: 'Some providers did not say what an answer took. That part is estimated.',
  mostTokens: 'Your limit, tokens',
  mostDollars: 'Your limit, cost',
  beyondLimit:
    'Today’s answers took {unit, select, dollars {{spent, number, ::currency/USD} of the {limit, number, ::currency/USD}} other {{spent, number, integer} of the {limit, number, integer} tokens}} that you allow for a day, so nothing was sent. Choose “Go on today” to send it all the same, or change the limit in Settings → Chat.',
  limits: 'Set limits',
} as const

/** What the provider said about a reply. */
export const details = {
  model: 'Model',
  inputTokens: 'Tokens in',
  cachedTokens: 'From the cache',
  outputTokens: 'Tokens out',
  thoughtTokens: 'Spent on thoughts',
  cost: 'Cost',
  costBy: '{dollars}, by the prices of {date}',
  priceUnknown: 'price unknown',
  finishReason: 'Finish reason',
} as const
