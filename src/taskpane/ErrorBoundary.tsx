import { Button } from '@fluentui/react-components';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Locale } from '../i18n';
import { uiText } from '../i18n/ui';
import { CopyButton } from './parts/CopyButton';

interface Props {
  readonly locale: Locale;
  readonly children: ReactNode;
}

interface State {
  readonly failure: string | null;
}

/**
 * Keeps a failing view from taking the pane down. What it shows for support names the program's own parts only: an
 * error's message may quote a cell.
 */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: error instanceof Error ? error.name : typeof error };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    const parts = Array.from((info.componentStack ?? '').matchAll(/at (\w+)/gu), ([, name]) => name);
    this.setState(({ failure }) => ({ failure: [failure, ...parts.slice(0, 8)].join(' < ') }));
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const words = uiText(this.props.locale).boundary;
    return (
      <div role="alert" style={{ padding: 16, overflowWrap: 'anywhere' }}>
        <p style={{ fontWeight: 600 }}>{words.title}</p>
        <p>{words.hint}</p>
        <p>
          <code>
            {process.env.PERF_VERSION} {failure}
          </code>
        </p>
        <CopyButton text={`${process.env.PERF_VERSION} ${failure}`} locale={this.props.locale} />{' '}
        <Button onClick={() => this.setState({ failure: null })}>{words.reopen}</Button>
      </div>
    );
  }
}
