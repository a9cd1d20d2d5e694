/** Which policy was put in force, when, by whom and why: read from submission-service, which decides it, into the ledger. */
@NullMarked
package dev.touchstone.review.ledger.policy;

import org.jspecify.annotations.NullMarked;
