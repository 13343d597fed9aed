/** Text as a browser lays it out: white space collapses, blocks begin on lines of their own. */
export class Flow {
  /** Elements around, in which white space counts (`pre`). */
  verbatim = 0;
  private done = '';
  private space = false;
  /** Whether nothing stands on the current line. */
  private fresh = true;

  text(text: string): void {
    if (this.verbatim > 0) {
      this.done += text;
      this.fresh = text.endsWith('\n');
      return;
    }
    const words = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (words === '') return;
    const body = words.trim() === '' && !words.includes('\u00A0') ? '' : words.replace(/^ | $/g, '');
    if (body === '') {
      this.space = true;
      return;
    }
    if ((this.space || words.startsWith(' ')) && !this.fresh) this.done += ' ';
    this.done += body;
    this.fresh = false;
    this.space = words.endsWith(' ');
  }

  /** `<br>` */
  break(): void {
    this.done += '\n';
    this.space = false;
    this.fresh = true;
  }

  /** A block begins or ends here. */
  line(): void {
    if (!this.fresh) this.done += '\n';
    this.space = false;
    this.fresh = true;
  }

  take(): string {
    const text = this.done;
    this.done = '';
    this.space = false;
    this.fresh = true;
    return text;
  }
}
