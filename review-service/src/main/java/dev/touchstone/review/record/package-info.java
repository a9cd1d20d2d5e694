/**
 * Keeps what the services say. One handler writes the timeline, the case, the ledger and the human stage in one
 * transaction, so that none of them knows of an event that another does not.
 */
@NullMarked
package dev.touchstone.review.record;

import org.jspecify.annotations.NullMarked;
