/**
 * Three sample agents to review: a good one, a leaky one and one that refuses everything. They are deterministic programs
 * that go by words; none of them knows a test case.
 */
@NullMarked
package dev.touchstone.local.agents;

import org.jspecify.annotations.NullMarked;
