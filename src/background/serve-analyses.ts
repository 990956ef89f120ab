import type { Runtime } from 'webextension-polyfill';
import { analyse } from '../analysis/analyse.ts';
import type { AnalysisReply, AnalysisRequest } from '../browser/messages.ts';
import { recogniser } from './recogniser.ts';

/**
 * Answers each `AnalysisRequest` on the port with one `AnalysisReply`, as JSON text: a large structured reply costs
 * Firefox ten times as much.
 */
export function serveAnalyses(port: Runtime.Port): void {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  port.onMessage.addListener((message: unknown) => {
    void reply(message as AnalysisRequest).then((answer) => {
      if (open) port.postMessage(JSON.stringify(answer));
    });
  });
}

async function reply({ text, blocks, published }: AnalysisRequest): Promise<AnalysisReply> {
  try {
    const tagger = await recogniser();
    const start = performance.now();
    const analysis = analyse({ text, blocks }, { published, recogniser: tagger });
    return { status: 'ok', analysis, ms: performance.now() - start };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
