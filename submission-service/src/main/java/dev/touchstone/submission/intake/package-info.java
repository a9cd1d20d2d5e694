/**
 * From a request to an accepted submission. What is accepted is stored with its first request in one transaction and waits on
 * no other service.
 */
@NullMarked
package dev.touchstone.submission.intake;

import org.jspecify.annotations.NullMarked;
