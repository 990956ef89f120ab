import { defineConfig } from '@playwright/test';
import browserTests from '../browser/playwright.config.ts';

/** The built extension over a folder of saved real pages that is not part of the project: SHARED names it. */
export default defineConfig({ ...browserTests, testDir: '.', timeout: 20_000 });
