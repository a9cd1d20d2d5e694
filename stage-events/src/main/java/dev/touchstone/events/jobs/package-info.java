/** Work that takes minutes: a request becomes a job row at once, and workers with leases carry it out. */
@NullMarked
package dev.touchstone.events.jobs;

import org.jspecify.annotations.NullMarked;
