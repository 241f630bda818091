import { Component, type ReactNode } from 'react';
import { FatalScreen } from './FatalScreen.tsx';

interface FatalBoundaryProps {
  log(level: 'error', text: string): void;
  children: ReactNode;
}

/** A screen that breaks while rendering is logged in full, and the candidate is shown words and a way on. */
export class FatalBoundary extends Component<FatalBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(cause: Error): void {
    this.props.log('error', `a screen failed: ${cause.stack ?? cause.message}`);
  }

  override render(): ReactNode {
    return this.state.failed ? <FatalScreen kind="failed" /> : this.props.children;
  }
}
