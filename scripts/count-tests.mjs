// Reads vitest's JSON report and prints `N passed, N failed`; fails when a test failed, was skipped, or none ran.
import { readFileSync } from 'node:fs';

const report = read(process.argv[2]);
// A file that could not be loaded has no tests that could fail.
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const passed = report.numPassedTests;
const failed = report.numFailedTests + unloaded.length;
const skipped = report.numPendingTests + report.numTodoTests;
if (skipped > 0) console.log(`${skipped} tests were skipped; here each has what it needs and must run`);
console.log(`${passed} passed, ${failed} failed`);
if (passed === 0 || failed > 0 || skipped > 0) process.exitCode = 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`There is no report of the tests: ${error.message}`);
    return { testResults: [], numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}
