/** The panels of the settings, in their order. */
export const PANELS = [
  'general',
  'connections',
  'models',
  'chat',
  'prompts',
  'appearance',
  'shortcuts',
  'data',
  'network',
  'api',
  'privacy',
  'about',
] as const
export type PanelId = (typeof PANELS)[number]
