/**
 * From opinions to verdicts: pure rules, each of which gives its reason. Nothing here raises a verdict; every rule can only
 * lower it.
 */
@NullMarked
package dev.touchstone.judge.verdict;

import org.jspecify.annotations.NullMarked;
