package dev.touchstone.judge.jury.panel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How the models of a jury were asked: who asks in the same way, and knows the seed, can make the same prompts again.
 *
 * @param samples of each model for each answer
 * @param seedId names the secret seed without giving it away: 8 hexadecimal digits
 * @param prompts version of the prompts' words, as {@code jury-2}
 * @param promptsDigest {@code sha256:} of the prompts' words and of the schema of a ruling
 */
@RegisterForReflection
public record Method(int samples, String seedId, String prompts, String promptsDigest) {

    static Method of(int samples, Seed seed) {
        return new Method(samples, seed.id(), PromptTexts.VERSION, PromptTexts.digest());
    }
}
