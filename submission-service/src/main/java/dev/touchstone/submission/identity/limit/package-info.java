/**
 * Keeps anybody from asking for too much: token buckets by key and by address, in this replica's memory. It answers for how
 * often somebody calls; who may call at all is settled elsewhere.
 */
@NullMarked
package dev.touchstone.submission.identity.limit;

import org.jspecify.annotations.NullMarked;
