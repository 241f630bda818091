import { ConsoleFrame } from './ConsoleFrame.tsx';
import { useDesk } from './desk.ts';
import { SignInPage } from './SignInPage.tsx';
import { useWatched } from './use-watched.ts';

export function ConsoleApp() {
  const { connection } = useDesk();
  const link = useWatched(connection.link);
  const session = useWatched(connection.session);
  if (link.state === 'signed_out' || !session) {
    return <SignInPage because={link.state === 'signed_out' ? link.because : null} />;
  }
  return <ConsoleFrame role={session.role} />;
}
