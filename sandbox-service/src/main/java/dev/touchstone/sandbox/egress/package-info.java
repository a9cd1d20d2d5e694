/**
 * The guarded way out: the only path to a submitted URL. A URL is vetted, its name resolved once, and the vetted address
 * is the one connected to; sizes, times, redirects and retries are bounded, and every outcome is a value.
 */
@NullMarked
package dev.touchstone.sandbox.egress;

import org.jspecify.annotations.NullMarked;
