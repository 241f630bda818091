import { ConsoleFrame } from './ConsoleFrame.tsx';
import { useDesk } from './desk.ts';
import { SignInPage } from './SignInPage.tsx';
import { useWatched } from './use-watched.ts';

export function ConsoleApp() {
  const link = useWatched(useDesk().connection.link);
  return link.state === 'signed_out' ? <SignInPage because={link.because} /> : <ConsoleFrame />;
}
