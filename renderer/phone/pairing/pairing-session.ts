/** What the page keeps while its tab lives, so that a reload goes on without a new QR code. */
export interface PairingSession {
  /** The single-use token it came from: a tab restored with its first address is no second use. */
  pairingToken: string;
  phoneToken: string;
  candidateName: string;
  examTitle: string;
  /** The camera was opened once, so after a reload it is opened without asking. */
  cameraOpened: boolean;
}

const KEPT = 'yunkao.phone';

export function keptSession(): PairingSession | null {
  const text = sessionStorage.getItem(KEPT);
  return text ? (JSON.parse(text) as PairingSession) : null;
}

export function keepSession(session: PairingSession): void {
  sessionStorage.setItem(KEPT, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(KEPT);
}
