/**
 * The security gate: what an agent answers to attacks and to requests that only look like ones. Detectors, classifier,
 * counting and the gate are pure; what is unclear is never a pass.
 */
@NullMarked
package dev.touchstone.sandbox.security;

import org.jspecify.annotations.NullMarked;
