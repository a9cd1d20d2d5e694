package dev.touchstone.local.system;

/**
 * One local system.
 *
 * @param modelsJudge whether the scripted models judge every review, and not only where somebody asks for one
 */
public record Settings(Layout layout, Ports ports, Wandb wandb, boolean modelsJudge) {
}
