/** What can be said without a host, or when starting failed: with nothing that would have to be fetched for it. */
export function sayPlainly(
  root: HTMLElement,
  { title, hint }: { readonly title: string; readonly hint: string },
): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  heading.style.fontSize = '16px';
  const line = document.createElement('p');
  line.textContent = hint;
  const message = document.createElement('div');
  message.setAttribute('role', 'alert');
  message.style.cssText = 'padding: 16px; font-family: system-ui, sans-serif; line-height: 1.5';
  message.append(heading, line);
  root.textContent = '';
  root.append(message);
}
