/**
 * The parts of the local system, where they live and how they find each other: ports, files, environment, start in the
 * right order, readiness, stop.
 */
@NullMarked
package dev.touchstone.local.system;

import org.jspecify.annotations.NullMarked;
