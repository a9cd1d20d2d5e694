package dev.touchstone.judge.verdict;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * By which models the jury was really served.
 *
 * @param samples that could be used, of all jurors and all answers
 * @param byFallback those of them that another model served than the one that was asked for
 */
@RegisterForReflection
public record Served(int samples, int byFallback) {

    public static Served of(List<Opinion> opinions) {
        List<Sample> usable = opinions.stream().flatMap(opinion -> opinion.samples().stream())
                .filter(sample -> sample.scores() != null).toList();
        return new Served(usable.size(), (int) usable.stream().filter(Sample::fallback).count());
    }

    /** 0 to 1; null where there are no samples. Not rounded, since it is compared with a bound. */
    @JsonProperty
    public @Nullable Double share() {
        return samples == 0 ? null : (double) byFallback / samples;
    }

    /** Whether so many were served by a fallback that nobody can say whose judgement the result is. */
    public boolean confounds(VerdictPolicy policy) {
        Double share = share();
        return share != null && share > policy.fallbackShare();
    }
}
