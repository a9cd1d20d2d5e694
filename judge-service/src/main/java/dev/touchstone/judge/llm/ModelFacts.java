package dev.touchstone.judge.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the operator knows of a model.
 *
 * @param servedAs other names under which its host serves this very model
 * @param price null where the operator does not say
 */
@RegisterForReflection
public record ModelFacts(List<String> servedAs, @Nullable Price price) {

    /** Of a model that only a request names: nobody has said anything about it. */
    public static final ModelFacts NONE = new ModelFacts(List.of(), null);

    public ModelFacts {
        servedAs = List.copyOf(servedAs);
    }
}
