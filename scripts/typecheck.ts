import { join } from 'node:path'
import { NODE, runStep, type StepResult } from './run-step.ts'
import { ROOT, workspacePackages } from './workspace.ts'

const TSC = join(ROOT, 'node_modules/typescript-7/bin/tsc')

/**
 * Each package is compiled on its own with the libraries of its layer, so that `document` in a DOM-free package does
 * not compile; tests and scripts are compiled together, with Node and the DOM.
 */
export async function typecheck(): Promise<StepResult[]> {
  const projects = [...workspacePackages().map((pkg) => join(pkg.path, 'tsconfig.json')), join(ROOT, 'tsconfig.test.json')]
  const results: StepResult[] = []
  for (const project of projects) results.push(await runStep(`types ${project.slice(ROOT.length)}`, NODE, [TSC, '--noEmit', '-p', project]))
  return results
}

if (import.meta.main) {
  const results = await typecheck()
  process.exitCode = results.every((result) => result.ok) ? 0 : 1
}
