/** One of the shape that each provider gives out. None is real. */
export const KEYS = {
  google: 'AIzaSyD-planted-key-0123456789abcdefghi',
  'google token': 'ya29.a0AfH6SMBx-planted_token.0123456789',
  openai: 'sk-proj-plantedPlanted-0123456789abcdef',
  anthropic: 'sk-ant-api03-plantedPlanted-0123456789',
  azure: '0fedcba98765432100fedcba98765432',
  'azure, new': '8gPlantedPlanted0123456789JQQJ99BAACYeBjFXJ3w3AAABACOG',
  'azure token': 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ',
  openrouter: 'sk-or-v1-planted0123456789abcdef0123456789',
  groq: 'gsk_plantedPlanted0123456789abcdef',
  xai: 'xai-plantedPlanted0123456789abcdef',
  'hugging face': 'hf_plantedPlanted0123456789abcdef',
  'one that looks like nothing': 'correct horse/battery"staple',
}

/** As it is, or as it is written in a URL or in JSON. */
export function holds(bytes: Buffer, key: string): boolean {
  const ways = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]
  return ways.some((way) => bytes.includes(way) || bytes.includes(Buffer.from(way, 'utf16le')))
}
