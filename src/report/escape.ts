const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For element content and attribute values alike; characters that a page cannot hold are replaced. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}]/gu, (char) => (char === '\n' || char === '\t' ? char : '\uFFFD'))
    .replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}
