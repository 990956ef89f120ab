import browser from 'webextension-polyfill';
import { ANALYSIS_PORT, type AnalysisReply, type AnalysisRequest } from '../browser/messages.ts';

/** The background may be stopped between connecting and answering; a fresh start answers. */
const ATTEMPTS = 3;

/**
 * Asks the background to analyse a text, over a port. A background that is stopped while it works is asked again.
 * `failed` with words for the reader when the analysis itself failed or the extension is gone.
 */
export async function requestAnalysis(request: AnalysisRequest, signal: AbortSignal): Promise<AnalysisReply> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const reply = await once(request, signal);
    if (reply !== null) return reply;
  }
  return { status: 'failed', message: 'The background of the extension stopped before it could answer.' };
}

/** Null when the port broke before the answer. */
function once(request: AnalysisRequest, signal: AbortSignal): Promise<AnalysisReply | null> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const port = browser.runtime.connect({ name: ANALYSIS_PORT });
    const finish = (reply: AnalysisReply | null): void => {
      signal.removeEventListener('abort', aborted);
      port.disconnect();
      resolve(reply);
    };
    const aborted = (): void => {
      port.disconnect();
      reject(signal.reason);
    };
    signal.addEventListener('abort', aborted, { once: true });
    port.onMessage.addListener((message: unknown) => finish(JSON.parse(message as string) as AnalysisReply));
    port.onDisconnect.addListener(() => finish(null));
    port.postMessage(request);
  });
}
