/**
 * Suites of test cases, and how a stage works through cases: which ones, side by side, each only once, and what is left
 * of them at the end. What a case means is decided by the stages.
 */
@NullMarked
package dev.touchstone.sandbox.suite;

import org.jspecify.annotations.NullMarked;
