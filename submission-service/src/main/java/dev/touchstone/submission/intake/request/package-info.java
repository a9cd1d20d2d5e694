/**
 * What a client may write, as pure functions: from bytes and headers to a request, or to everything that is wrong with it.
 * Whatever stands in here was written by somebody who may be hostile.
 */
@NullMarked
package dev.touchstone.submission.intake.request;

import org.jspecify.annotations.NullMarked;
