import { assertNever } from '../../../shared/support/assert-never.ts';
import { ConsentScreen } from '../consent/ConsentScreen.tsx';
import { DeviceCheckScreen } from '../device-check/DeviceCheckScreen.tsx';
import { FinishedScreen } from '../hand-in/FinishedScreen.tsx';
import { HandingInScreen } from '../hand-in/HandingInScreen.tsx';
import { ReceiptScreen } from '../hand-in/ReceiptScreen.tsx';
import { IdentityScreen } from '../identity/IdentityScreen.tsx';
import { PaperScreen } from '../paper/PaperScreen.tsx';
import { RulesScreen } from '../rules/RulesScreen.tsx';
import { SignInScreen } from '../sign-in/SignInScreen.tsx';
import { ChoiceScreen } from '../thesis/ChoiceScreen.tsx';
import { ThesisScreen } from '../thesis/ThesisScreen.tsx';
import { useObservable } from '../use-observable.ts';
import { WaitingScreen } from '../waiting/WaitingScreen.tsx';
import { useExamWindow } from './exam-context.ts';
import { FencedScreen } from './FencedScreen.tsx';

/** One stage, one screen. */
export function App() {
  const { stage } = useObservable(useExamWindow().exam);
  switch (stage.name) {
    case 'sign_in':
      return <SignInScreen />;
    case 'choice':
      return <ChoiceScreen sessionId={stage.sessionId} />;
    case 'thesis':
      return <ThesisScreen sessionId={stage.sessionId} />;
    case 'consent':
      return <ConsentScreen />;
    case 'rules':
      return <RulesScreen />;
    case 'identity':
      return <IdentityScreen />;
    case 'device_check':
      return <DeviceCheckScreen />;
    case 'waiting':
      return <WaitingScreen sessionId={stage.sessionId} />;
    case 'answering':
      return <PaperScreen sessionId={stage.sessionId} />;
    case 'handing_in':
      return <HandingInScreen sessionId={stage.sessionId} by={stage.by} />;
    case 'receipt':
      return <ReceiptScreen receipt={stage.receipt} />;
    case 'finished':
      return <FinishedScreen />;
    case 'fenced':
      return <FencedScreen />;
    default:
      return assertNever(stage);
  }
}
