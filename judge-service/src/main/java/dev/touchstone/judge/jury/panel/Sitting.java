package dev.touchstone.judge.jury.panel;

import dev.touchstone.judge.jury.Order;

/**
 * How one sample is taken.
 *
 * @param number of the sample, from 1
 */
record Sitting(int number, Order order, Fence fence) {
}
