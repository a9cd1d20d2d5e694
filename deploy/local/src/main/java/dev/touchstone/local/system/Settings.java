package dev.touchstone.local.system;

/** One local system. */
public record Settings(Layout layout, Ports ports, Wandb wandb) {
}
