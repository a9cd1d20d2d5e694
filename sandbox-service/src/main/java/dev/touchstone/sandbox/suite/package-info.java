/** Suites of test cases: how they are written down and checked, and which cases of one an attempt asks. */
@NullMarked
package dev.touchstone.sandbox.suite;

import org.jspecify.annotations.NullMarked;
